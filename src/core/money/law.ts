// The yearly ceilings of the law, their claims, and by how much a sum passes them.
import { UnknownValueError, valueOn } from '../../knowledge/parameters.ts';
import { aboveCeiling } from '../../rules/late-cost.ts';
import { type Fen, percent, type Rate } from '../../rules/money.ts';
import { citeClaim } from '../cite.ts';
import { type Context, paragraph } from '../context.ts';
import type { Block, Citation } from '../reply.ts';
import { amountWords, pointWords, rateWords } from './words.ts';

/** A value of src/knowledge/parameters on a day, as a share; undefined where it is not known for that day. */
export function rateOn(context: Context, id: string, day: string): Rate | undefined {
  const parameter = context.services.knowledge().parameters.get(id);
  if (!parameter) return undefined;
  try {
    const value = valueOn(parameter, day);
    return typeof value === 'number' ? percent(value) : undefined;
  } catch (error) {
    if (error instanceof UnknownValueError) return undefined;
    throw error;
  }
}

/** The last known value of a parameter, where the day's is not known; says from and up to which day it is known. */
export function lastKnown(context: Context, id: string): { rate: Rate; from: string; until?: string } | undefined {
  const entry = context.services.knowledge().parameters.get(id)?.values.at(-1);
  if (!entry || typeof entry.value !== 'number') return undefined;
  const until = entry.until === undefined ? {} : { until: entry.until };
  return { rate: percent(entry.value), from: entry.from, ...until };
}

/** A claim of a topic in full, as a block; nothing when the knowledge folder lacks it. */
export function claimBlock(context: Context, topic: string, claim: string): readonly Block[] {
  const found = context.services
    .knowledge()
    .topics.get(topic)
    ?.claims.find(({ id }) => id === claim);
  return found ? [{ kind: 'claim', claim: citeClaim(context.services.knowledge(), found, context.reading) }] : [];
}

/** What computed words rest on: the sources of claims. */
export function citationsFor(context: Context, topic: string, claims: readonly string[]): readonly Citation[] {
  const knowledge = context.services.knowledge();
  return (knowledge.topics.get(topic)?.claims ?? [])
    .filter(({ id }) => claims.includes(id))
    .flatMap((claim) => citeClaim(knowledge, claim, context.reading).citations);
}

export type Taken = {
  readonly amount: Fen;
  /** Interest and charges in all. */
  readonly taken: Fen;
  /** Simple, on the amount. */
  readonly yearlyRate: Rate;
  readonly days: number;
};

/** Banks and consumer finance: what courts cut on request; licensed micro-lenders: the ceiling of new loans. */
export function financialLine(context: Context, taken: Taken, micro: boolean): readonly Block[] {
  const { day } = context.reading;
  const line = rateOn(context, micro ? 'micro-lender-cap' : 'court-cut-percent', day);
  return [
    ...(micro ? claimBlock(context, 'interest-too-high', 'micro-cap') : []),
    ...claimBlock(context, 'interest-too-high', 'financial-line'),
    ...(line ? [paragraph(against(context, taken, line))] : []),
  ];
}

/** Private loans: four times the LPR of the day of the contract, where that is known. */
export function privateLine(context: Context, taken: Taken, contractDay: string | undefined): readonly Block[] {
  const cap = contractDay === undefined ? undefined : rateOn(context, 'private-loan-cap', contractDay);
  const known = lastKnown(context, 'private-loan-cap');
  const unknown = context.say('cost-lpr-unknown', { until: known?.until ?? '' });
  return [
    ...claimBlock(context, 'interest-too-high', 'private-cap'),
    paragraph(cap ? against(context, taken, cap) : unknown),
    ...(cap ? [] : claimBlock(context, 'interest-too-high', 'lpr-value')),
  ];
}

/** "36% a year is 12 points above 24%; on this sum that is CNY 59.18." */
function against(context: Context, { amount, taken, yearlyRate, days }: Taken, line: Rate): string {
  const { say, language } = context;
  const above = aboveCeiling(amount, taken, line, days);
  if (above === 0) return againstRate(context, yearlyRate, line);
  return say('cost-above', { ...compared(yearlyRate, line), amount: amountWords(above, language) });
}

/** The same for a rate alone. */
export function againstRate({ say }: Context, rate: Rate, line: Rate): string {
  return say(rate.gt(line) ? 'real-above' : 'cost-below', compared(rate, line));
}

function compared(rate: Rate, line: Rate) {
  return { rate: rateWords(rate), line: rateWords(line), points: pointWords(rate.minus(line)) };
}
