// Sums asked for in plain words: 8000块逾期20天利息多少, "how much interest for 20 days on 8000".
import { fenOf } from '../../rules/money.ts';
import type { Answers } from '../flows/flow.ts';
import { amountRules } from '../reminders/amounts.ts';
import { blank, plain, take } from '../reminders/span.ts';
import { mostFen } from './amounts.ts';
import { type DebtKind, kindOf } from './kinds.ts';
import { rateRules, yearlyOf } from './rates.ts';
import { spanRules } from './spans.ts';

/** Characters; longer messages tell a story, and stories are for the matcher. */
const longest = 80;

/** Asks for a sum, and nothing else can be meant. */
const asks =
  /利息|罚息|违约金|滞纳金|费用|要多还|多还|多付|多交|多收|多少|算|interest|charges?|fees?|cost|how much|calc|extra|penalty|owe|ballpark|total|how many yuan/i;

/** Words that may stand around the numbers without changing the sum; everything else makes it another question. The longer first. */
const chineseFiller = new RegExp(
  `几块钱? 我想知道 美团月付 银行贷款 信用卡 多少钱 微粒贷 想知道 掏多少 放心借 有钱花
    消费贷 滞纳金 算一算 网商贷 能不能 贷记卡 违约金 逾期了 一下 一共 一天 下来 不还
    中信 中行 之后 交行 产生 以后 估算 你好 借了 借呗 借款 假如 光大 全部 农行 几多
    分付 利息 华行 卡上 可以 块钱 多少 大概 大约 如果 小贷 工行 帮忙 帮我 平安 广行
    应该 建行 怎么 总共 想问 拖了 拖欠 招商 招行 晚了 晚还 月付 未还 本金 欠了 欠款
    每天 每日 没交 没还 用了 白条 等于 算下 算算 网贷 罚息 花呗 要是 计算 请问 账单
    贷款 费用 超期 迟了 迟还 逾期 金条 需要 预期 麻烦 了 交 付 会 你 借 元 出 利
    到 加 卡 后 吗 呀 呢 和 啊 嘛 在 块 多 就 应 得 我 才 扣 拖 按 掏 收 是
    晚 有 欠 用 的 算 要 费 还 这 迟 那 钱`
    .split(/\s+/)
    .join('|'),
  'g',
);
const englishFiller =
  /\b(?:how|much|what|what's|whats|is|are|was|will|would|be|the|a|an|of|for|on|at|in|to|my|me|i|if|it|that|with|by|and|or|come|comes|interest|late|fees?|charges?|costs?|penalty|extra|total|sum|pay|paying|paid|owe|owed|owing|owes|overdue|past due|behind|not|unpaid|don't|haven't|leave|left|card|credit|bill|loan|online|bank|debt|principal|rate|calc(?:ulate|ulator)?|compute|work out|tell|please|pls|can|could|you|do|does|have|get|add(?:ed|s)?|after|over|about|around|roughly|say|so|then|per|day|each|yuan|rmb|cny|cost me|set me back|going|gonna|accrue[ds]?|run|when|pay it|there|ballpark|figure|number|they|i'm|i've|many|icbc|ccb|abc|boc|cmb|citic|huabei|jiebei|baitiao|weilidai|jd|meituan|huge|become|becomes|now|today|up|this|my|got|just|only|roughly speaking|approximately|estimate)\b/gi;

/**
 * The answers of the cost flow that a sentence gives.
 * @param text in Simplified Chinese or English
 * @param bare whether numbers alone are enough: the argument of /cost
 */
export function readCost(text: string, bare = false): Answers | undefined {
  const words = plain(text);
  if (words.length > longest || !(bare || asks.test(words))) return undefined;
  return readReal(words) ?? readLate(words);
}

function readLate(words: string): Answers | undefined {
  const rates = take(words, rateRules);
  const spans = take(rates.rest, spanRules);
  const amounts = take(spans.rest, amountRules);
  // "A day" beside another time is what a day costs, not the time.
  const days = spans.found.length > 1 ? spans.found.filter(({ value }) => value > 1) : spans.found;
  const [rate, span, amount] = [rates.found[0]?.value, days[0]?.value, amounts.found[0]?.value];
  if (rates.found.length > 1 || days.length !== 1 || amounts.found.length !== 1) return undefined;
  const yearly = rate && yearlyOf(rate);
  if (!span || !amount || (rate && !yearly) || !isFiller(amounts.rest)) return undefined;
  const fen = fenOf(amount.yuan);
  if (fen > mostFen || (!amount.sure && amount.yuan < 100)) return undefined;
  return answersFor(kindOf(words), String(fen), String(span), yearly?.times(100).toDecimalPlaces(6).toFixed());
}

/** Without a kind a card is the likeliest case; so it is for a bank whose contract rate was not told. */
function answersFor(kind: DebtKind | undefined, amount: string, days: string, percent: string | undefined): Answers {
  const rate = percent ?? 'unknown';
  if (kind === 'online') return { kind, amount, days, rate };
  if (kind === 'private') return { kind, amount, days, rate, date: 'unknown' };
  if (kind === 'bank' && percent) return { kind, amount, days, contract: percent, interest: '0' };
  return { kind: 'card', amount, days, rate, ...cardParts };
}

/** Nothing was paid, and the minimum was the usual one. */
const cardParts = { paid: '0', share: 'unknown' } as const;

const receivedWord = /到手|实际到账|到账|实得|拿到|received|got|get\b|in hand|paid out/i;
const monthlyWord = /每月|每个月|月供|每期|一个月还|a month|per month|monthly|each month|every month/i;

/** 到手9500，每月还917，12期: what was received, what is paid each month, and how often. */
function readReal(words: string): Answers | undefined {
  if (!receivedWord.test(words) || !monthlyWord.test(words)) return undefined;
  const count = words.match(/(\d{1,3}) ?(?:期|个月|次|months?|times|instal?lments?|payments?)/i);
  if (!count) return undefined;
  const rest =
    words.slice(0, count.index) + blank.repeat(count[0].length) + words.slice((count.index ?? 0) + count[0].length);
  const { found } = take(rest, amountRules);
  const [received, back] = found;
  if (found.length !== 2 || !received || !back) return undefined;
  return {
    kind: 'real',
    received: String(fenOf(received.value.yuan)),
    way: 'monthly',
    months: String(Number(count[1])),
    back: String(fenOf(back.value.yuan)),
  };
}

function isFiller(rest: string): boolean {
  const left = rest.replaceAll(blank, ' ').replace(englishFiller, ' ').replace(chineseFiller, ' ');
  return !/[\p{L}\d]/u.test(left);
}
