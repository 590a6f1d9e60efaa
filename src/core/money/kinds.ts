// Which kind of debt is meant, from its name.
export const debtKinds = ['card', 'bank', 'online', 'private', 'home', 'car'] as const;
export type DebtKind = (typeof debtKinds)[number];

/** In the order in which they are tried: a car loan is also a loan of a bank. */
const names: readonly (readonly [DebtKind, RegExp])[] = [
  ['home', /房贷|按揭|公积金贷|mortgage|home loan|house loan/i],
  ['car', /车贷|car loan|auto loan/i],
  [
    'online',
    /花呗|借呗|白条|金条|微粒贷|微业贷|分付|月付|网商贷|放心借|度小满|有钱花|360借条|还呗|拍拍贷|安逸花|马上|捷信|招联|分期乐|任性付|网贷|平台|小贷|消费金融|huabei|jiebei|baitiao|jintiao|weilidai|fenfu|meituan|douyin|online|app loan|micro|pay.?later|jiexin|consumer finance/i,
  ],
  ['card', /信用卡|贷记卡|[行商通大信发业安生卡]卡|卡债|卡账|卡$|credit ?card|\bcards?\b/i],
  [
    'private',
    /朋友|亲戚|私人|民间|借条|欠条|同事|老乡|哥|姐|叔|舅|姨|爸|妈|private|friend|cousin|uncle|aunt|relative|colleague|iou/i,
  ],
  ['bank', /银行|消费贷|经营贷|信用贷|装修贷|快贷|网捷贷|闪电贷|贷款|bank|personal loan|consumer loan|\bloan/i],
];

export function kindOf(words: string): DebtKind | undefined {
  return names.find(([, pattern]) => pattern.test(words))?.[0];
}
