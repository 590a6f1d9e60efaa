// Kind of debt and days overdue in somebody's words, as far as they are said: "card, 60 days", 「网贷逾期两个月」.
import type { Answers } from './flows/flow.ts';
import { spanRules } from './money/spans.ts';
import { take } from './reminders/span.ts';

const kinds: readonly (readonly [kind: string, words: RegExp])[] = [
  ['mortgage', /房贷|按揭|住房贷款|\bmortgage|\bhome loan|\bhousing loan/i],
  ['card', /信用卡|贷记卡|\bcredit cards?|\bcards?\b/i],
  ['micro-loan', /小额贷款|小贷|\bmicro-?(?:lender|loan|credit)/i],
  [
    'online-loan',
    /网贷|消费贷|消费金融|花呗|借呗|白条|微粒贷|月付|分期乐|借条|平台贷|\bonline (?:loan|lend)|\bconsumer (?:loan|finance)|\bpay[- ]?later|\bloan app|\b(?:huabei|jiebei|baitiao|weilidai)\b/i,
  ],
  [
    'private-loan',
    /私人借|民间借贷|朋友借|借朋友|亲戚借|\bprivate loan|\bborrowed from (?:a |my )?(?:friend|relative)/i,
  ],
  ['bank-loan', /银行贷款|信用贷|经营贷|\bbank loan/i],
];

/** Empty when neither was said. */
export function readSituation(words: string): Answers {
  const kind = kinds.find(([, pattern]) => pattern.test(words))?.[0];
  const days = take(words, spanRules).found[0]?.value;
  return { ...(kind === undefined ? {} : { kind }), ...(days === undefined ? {} : { days: String(days) }) };
}
