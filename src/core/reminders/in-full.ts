import { fromCantonese } from './cantonese.ts';

const chineseDay =
  '(?:(?:下+|这|本)?个?(?:周|星期|礼拜)[一二三四五六日天]?|(?:\\d{1,2}月)?\\d{1,2}[号日]|(?:下+|这|本)个?月(?:\\d{1,2}[号日]|底)?|[明后]天|大后天|月底)';
const englishDay =
  '(?:(?:on |by )?(?:next |this )?(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?|(?:on )?(?:the )?\\d{1,2}(?:st|nd|rd|th)|tomorrow)';

/** Somebody corrects a day: the first one is not meant. */
const slips: readonly RegExp[] = [
  new RegExp(`${chineseDay}[.,…。 -]*(?:啊?不对|啊不|说错了?|写错了?|打错了?|错了)[,.!…。 ]*(?:应该)?是?`, 'g'),
  new RegExp(
    `\\b${englishDay} ?[,.…-]* ?(?:no,? wait|wait,? no|no,? sorry|sorry|i mean|oops|scratch that|no,? actually)[,. ]*(?:no,? |i mean,? |make it )*(?=\\w)`,
    'gi',
  ),
];

function perUnit(unit: string): string {
  if (/^m/i.test(unit)) return 'month';
  return /^w/i.test(unit) ? 'week' : 'year';
}

/** Hurried and regional words in their usual form: 明早 → 明天早上, 听日 → 明天, nxt → next; a day that was taken back is left out. */
export function inFull(text: string): string {
  const words = /\p{Script=Han}/u.test(text) ? fromCantonese(text) : text;
  return slips
    .reduce((kept, slip) => kept.replace(slip, ''), words)
    .replace(/今早/g, '今天早上')
    .replace(/明早/g, '明天早上')
    .replace(/今晚(?:上)?/g, '今天晚上')
    .replace(/明晚(?:上)?/g, '明天晚上')
    .replace(/(?<![月年周天期拜日之以])后晚(?:上)?/g, '后天晚上')
    .replace(/(?<=每个?月(?:的)?\d{1,2}|\d月\d{1,2})(?:[好浩毫]|hao?(?![a-z]))/g, '号')
    .replace(/(?<=\d(?:元|块)?) ?\/ ?个?月/g, ' 每月 ')
    .replace(
      /(?<=\d(?: ?(?:rmb|yuan|cny|kuai|bucks))?) ?(?:\/|p\/) ?(month|mo|mth|week|year|yr)\b/gi,
      (_, unit: string) => ` per ${perUnit(unit)}`,
    )
    .replace(/\bgimme\b/gi, 'give me')
    .replace(/\blemme\b/gi, 'let me')
    .replace(/(?<=(?:提|之|期|头)?前[一二两三四五六七八九十\d]{1,2})日(?!本)/g, '天')
    .replace(/(?<=\d)[，](?=\d{3})/g, ',')
    .replace(/\bnxt\b/gi, 'next')
    .replace(/\bb4\b/gi, 'before')
    .replace(/\b(?:evry|evey|everry|eveyr|ev)\b/gi, 'every')
    .replace(/\b(?:mnth|mth|moth)\b/gi, 'month')
    .replace(/\bwk(s?)\b/gi, 'week$1');
}
