// One amount, alone or in a sentence: 8千, 1.2万, 八千五, 5k, ¥8,000, 8000块.
import { decimal, type Fen, fenOf, isDecimal } from '../../rules/money.ts';
import { amountRules } from '../reminders/amounts.ts';
import { plain, take } from '../reminders/span.ts';

/** A hundred million yuan: a larger number is a slip of the finger. */
export const mostFen: Fen = 10_000_000_000;

/** Words that may stand around an answer without changing it. */
const around =
  /^(?:大概|大约|差不多|一共|总共|约|是|有|我|的|月入|收入|工资|每月|每个月|一个月|欠|欠了|还|还欠|about|around|roughly|approximately|some|it's|it is|its|i owe|i have|i earn|only|just|total|of|a month|per month|monthly|each month|in total|altogether|左右|吧|呢|哦|多|钱|块|元|整|,|\.|。|~|\/月|\/month|\s)+/i;

/**
 * The amount when the words are nothing but one; undefined for anything else, for nothing, and for more than a hundred
 * million yuan.
 */
export function readAmount(text: string): Fen | undefined {
  const words = plain(text);
  const bare = words.replaceAll(/[,\s]/g, '');
  if (isDecimal(bare)) return within(bare);
  const { found, rest } = take(words, amountRules);
  const [only] = found;
  const left = rest.replaceAll('█', ' ').trim();
  if (found.length !== 1 || !only || (left !== '' && left.replace(around, '') !== '' && !aroundAll(left)))
    return undefined;
  return within(String(only.value.yuan));
}

function aroundAll(words: string): boolean {
  return words.split(/\s+/).every((word) => word.replace(around, '') === '');
}

function within(yuan: string): Fen | undefined {
  const fen = decimal(yuan).times(100);
  return fen.lte(0) || fen.gt(mostFen) ? undefined : fenOf(yuan);
}

/** Zero is an answer where nothing was paid or nothing is asked: 0, 没有, none. */
export function readAmountOrNone(text: string): Fen | undefined {
  return /^(?:0+(?:\.0+)?(?:元|块)?|没有|没|无|一分没还|一分没有|没还|none|nothing|no|zero|nil|not yet)$/i.test(
    plain(text),
  )
    ? 0
    : readAmount(text);
}
