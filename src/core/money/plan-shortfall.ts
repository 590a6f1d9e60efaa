// When the minimums cannot be met: how much is missing, what to protect, what to negotiate first, what that would need.
import { valueOn } from '../../knowledge/parameters.ts';
import { levelInstalment } from '../../rules/instalments.ts';
import { decimal, type Fen } from '../../rules/money.ts';
import { coverable } from '../../rules/payoff.ts';
import { topicButton } from '../answer.ts';
import { type Context, paragraph, reply } from '../context.ts';
import { button, type Cited, type Reply } from '../reply.ts';
import { citationsFor, claimBlock } from './law.ts';
import type { PlanCase, PlanDebt } from './plan-debts.ts';
import { amountWords } from './words.ts';

/** Secured debts first (the home, then the car: losing them costs most), then the dearest (facts.md 8.11). */
function priority({ kind, yearlyRate }: PlanDebt): readonly number[] {
  return [kind === 'home' ? 0 : kind === 'car' ? 1 : 2, -yearlyRate.toNumber()];
}

function isSecured({ kind }: PlanDebt): boolean {
  return kind === 'home' || kind === 'car';
}

function byPriority(a: PlanDebt, b: PlanDebt): number {
  const [first, second] = [priority(a), priority(b)];
  return (first[0] ?? 0) - (second[0] ?? 0) || (first[1] ?? 0) - (second[1] ?? 0);
}

export function shortfallReply(context: Context, known: PlanCase): Reply {
  const { say, language } = context;
  const money = (fen: Fen) => amountWords(fen, language);
  const left = Math.max(0, known.income - known.living);
  const minimums = sum(known.debts.map(minimumOf));
  const missing = minimums - (known.income - known.living);
  const values = { left: money(left), minimums: money(minimums), missing: money(Math.max(0, missing)) };
  const first = missing > 0 ? say('short-missing', values) : say('short-never', values);
  return reply(context, {
    blocks: [
      { kind: 'heading', text: say(missing > 0 ? 'short-heading' : 'short-heading-never') },
      paragraph(first),
      { kind: 'steps', items: steps(context, known, left, missing <= 0) },
      ...claimBlock(context, 'instalment-agreement', 'bank-choice'),
      paragraph([say('plan-assumed'), ...known.assumed].join(' ')),
      paragraph(say('answer-not-advice')),
    ],
    buttons: [
      ...topicButton(context, 'instalment-agreement'),
      ...topicButton(context, 'cannot-pay'),
      ...topicButton(context, 'what-to-say'),
      button('command', 'topics', say('button-topics')),
    ],
    outcome: { kind: 'answer', topic: 'repayment-plan' },
    personal: true,
  });
}

/** @param never the minimums can be met, and still the debts grow: all of them need another agreement */
function steps(context: Context, { debts }: PlanCase, left: Fen, never: boolean): readonly Cited[] {
  const { say, language } = context;
  const money = (fen: Fen) => amountWords(fen, language);
  const ranked = debts.toSorted(byPriority);
  const covered = coverable(ranked.map(minimumOf), left);
  // Money that is not enough for the home is not spent on a card: it waits for what its lender agrees to.
  const missed = ranked.find((debt, index) => isSecured(debt) && !covered[index]);
  const list = (some: readonly PlanDebt[]) =>
    some.map((debt) => `${debt.label} ${money(minimumOf(debt))}`).join(say('list-comma'));
  const paid = ranked.filter((debt, index) => covered[index] && (!missed || isSecured(debt)));
  const open = ranked
    .filter((debt) => debt !== missed && (never || !paid.includes(debt)))
    .toSorted((a, b) => minimumOf(b) - minimumOf(a));
  const secured = ranked.filter(isSecured);
  const cards = open.filter(({ kind }) => kind === 'card');
  const others = open.filter(({ kind }) => kind !== 'card');
  return [
    {
      text: secured.length > 0 ? say('short-protect-secured', { debts: list(secured) }) : say('short-protect'),
      citations: citationsFor(context, 'prioritise-debts', secured.length > 0 ? ['security-sold'] : []),
    },
    ...(missed ? [plainStep(say('short-secured', { debt: missed.label, left: money(left) }))] : []),
    ...(paid.length > 0 ? [plainStep(say('short-pay', { debts: list(paid), left: money(left) }))] : []),
    ...(cards.length > 0 ? [cardStep(context, cards)] : []),
    ...(others.length > 0 ? [plainStep(say('short-others', { debts: list(others) }))] : []),
    { text: say('short-no-loans'), citations: citationsFor(context, 'prioritise-debts', ['no-new-loans']) },
  ];
}

/** Personalised instalments are for cards only; what they would need, without interest and at today's rates. */
function cardStep(context: Context, cards: readonly PlanDebt[]): Cited {
  const { say, language } = context;
  const months = longest(context);
  const plain = sum(cards.map(({ balance }) => levelInstalment(balance, decimal(0), months)));
  const dear = sum(cards.map(({ balance, yearlyRate }) => levelInstalment(balance, yearlyRate, months)));
  const text = say('short-cards', {
    cards: cards.map(({ label }) => label).join(say('list-comma')),
    months,
    plain: amountWords(plain, language),
    dear: amountWords(dear, language),
  });
  return { text, citations: citationsFor(context, 'instalment-agreement', ['art-70']) };
}

function longest(context: Context): number {
  const parameter = context.services.knowledge().parameters.get('instalment-months');
  const value = parameter && valueOn(parameter, context.reading.day);
  return typeof value === 'number' ? value : 60;
}

function plainStep(text: string): Cited {
  return { text, citations: [] };
}

function minimumOf({ minimum, balance }: PlanDebt): Fen {
  return Math.min(minimum, balance);
}

function sum(amounts: readonly Fen[]): Fen {
  return amounts.reduce((total, amount) => total + amount, 0);
}
