// What being late costs, in words and pictures.
import { levelInstalment, minimumPayment, payDown } from '../../rules/instalments.ts';
import { bankLoanCost, cardCost, type LateCost, penaltyRate, simpleCost } from '../../rules/late-cost.ts';
import { decimal, type Fen, fraction, percent, type Rate, shareOf, yuanOf } from '../../rules/money.ts';
import { yearDays } from '../../rules/rates.ts';
import { type Context, paragraph, reply } from '../context.ts';
import { type Answers, answerButton } from '../flows/flow.ts';
import { type Block, type Button, button, type Reply } from '../reply.ts';
import { citationsFor, financialLine, lastKnown, privateLine, rateOn, type Taken } from './law.ts';
import { picture } from './pictures.ts';
import { amountWords, bars, rateWords } from './words.ts';

/** A minimum payment has a floor, or it would go on for ever; banks differ (S26: CNY 200 at one). */
const minimumFloor: Fen = 10_000;

type Worked = {
  readonly cost: LateCost;
  /** What was owed before interest and charges. */
  readonly open: Fen;
  readonly days: number;
  readonly rate: Rate;
  /** What was taken for granted, one sentence each. */
  readonly assumed: readonly string[];
  readonly sentence: Block;
  readonly law: readonly Block[];
};

/** @param answers all that the flow asks for one kind of debt */
export async function costResult(context: Context, answers: Answers): Promise<Reply> {
  const worked = work(context, answers);
  const { say, language } = context;
  const { open, days, assumed } = worked;
  return reply(context, {
    blocks: [
      { kind: 'heading', text: say('cost-heading', { amount: amountWords(open, language), days }) },
      worked.sentence,
      ...(await chart(context, worked)),
      ...(answers.kind === 'card' ? [paragraph(minimumOnly(context, worked, answers))] : []),
      ...worked.law,
      paragraph([say('cost-assumed'), ...assumed].join(language === 'en' ? ' ' : '')),
      paragraph(say('answer-not-advice')),
    ],
    buttons: buttons(context, answers),
    outcome: { kind: 'answer', topic: 'cost-of-overdue' },
    personal: true,
  });
}

function work(context: Context, answers: Answers): Worked {
  switch (answers.kind) {
    case 'bank':
      return bankLoan(context, answers);
    case 'online':
    case 'private':
      return simple(context, answers);
    default:
      return card(context, answers);
  }
}

function card(context: Context, answers: Answers): Worked {
  const { say, language } = context;
  const [amount, days] = [Number(answers.amount), Number(answers.days)];
  const { day } = context.reading;
  const usual = rateOn(context, 'card-daily-rate', day) ?? percent('0.05');
  const rate = answers.rate === 'unknown' ? usual.times(yearDays) : percent(answers.rate ?? 0);
  const highest = rateOn(context, 'minimum-payment-high', day) ?? percent(10);
  const share = answers.share === 'unknown' ? highest : percent(answers.share ?? 10);
  const minimum = shareOf(amount, fraction(share));
  const paid = answers.paid === 'minimum' ? minimum : Number(answers.paid);
  const basis = answers.basis === 'unpaid' || paid === 0 ? 'unpaid' : 'whole';
  const lateCharge = rateOn(context, 'late-charge-percent', day) ?? percent(5);
  const cost = cardCost({ amount, paid, yearlyRate: rate, days, basis, minimum: share, lateCharge });
  const money = (fen: Fen) => amountWords(fen, language);
  const sentence = say(cost.charges > 0 ? 'cost-card' : 'cost-plain', {
    interest: money(cost.interest),
    charges: money(cost.charges),
    total: money(cost.total),
    perDay: money(cost.perDay),
  });
  return {
    cost,
    open: cost.open,
    days,
    rate,
    sentence: cited(context, sentence, ['usual-rate', 'late-charge']),
    law: financialLine(context, takenOf(cost, days), false),
    assumed: [
      say(answers.rate === 'unknown' ? 'cost-assumed-usual-rate' : 'cost-assumed-day-rate', {
        day: rateWords(rate.div(yearDays)),
        year: rateWords(rate),
      }),
      say(basis === 'whole' ? 'cost-assumed-whole' : 'cost-assumed-unpaid', {
        amount: money(basis === 'whole' ? amount : cost.open),
      }),
      say('cost-assumed-compound'),
      say('cost-assumed-charge', { share: rateWords(share), charge: rateWords(lateCharge) }),
      say('cost-assumed-posting', { perDay: money(simpleCost(cost.open, rate, 1).interest) }),
    ],
  };
}

function bankLoan(context: Context, answers: Answers): Worked {
  const { say, language } = context;
  const [amount, days, interestDue] = [answers.amount, answers.days, answers.interest].map(Number) as [
    Fen,
    number,
    Fen,
  ];
  const { day } = context.reading;
  const contract = percent(answers.contract ?? 0);
  const [least, most] = [
    rateOn(context, 'loan-penalty-least', day) ?? percent(30),
    rateOn(context, 'loan-penalty-most', day) ?? percent(50),
  ];
  const at = (penalty: Rate) => bankLoanCost({ amount, interestDue, contractRate: contract, penalty, days });
  const [low, cost] = [at(least), at(most)];
  const money = (fen: Fen) => amountWords(fen, language);
  const sentence = say('cost-bank', {
    low: money(low.interest),
    high: money(cost.interest),
    total: money(cost.total),
    perDay: money(cost.perDay),
  });
  return {
    cost,
    open: cost.open,
    days,
    rate: penaltyRate(contract, most),
    sentence: cited(context, sentence, ['loan-penalty']),
    law: financialLine(context, takenOf(cost, days), false),
    assumed: [
      say('cost-assumed-contract', {
        rate: rateWords(contract),
        low: rateWords(penaltyRate(contract, least)),
        high: rateWords(penaltyRate(contract, most)),
      }),
      say('cost-assumed-compound'),
      say('cost-assumed-year'),
    ],
  };
}

function simple(context: Context, answers: Answers): Worked {
  const { say, language } = context;
  const [amount, days] = [Number(answers.amount), Number(answers.days)];
  const isPrivate = answers.kind === 'private';
  const ceiling = isPrivate
    ? lastKnown(context, 'private-loan-cap')?.rate
    : rateOn(context, 'court-cut-percent', context.reading.day);
  const known = answers.rate !== 'unknown';
  const rate = known ? percent(answers.rate ?? 0) : (ceiling ?? percent(24));
  const cost = simpleCost(amount, rate, days);
  const money = (fen: Fen) => amountWords(fen, language);
  const sentence = say('cost-plain', {
    interest: money(cost.interest),
    total: money(cost.total),
    perDay: money(cost.perDay),
  });
  const taken = takenOf(cost, days);
  const contractDay = answers.date === 'unknown' ? undefined : answers.date;
  return {
    cost,
    open: amount,
    days,
    rate,
    sentence: paragraph(sentence),
    law: isPrivate ? privateLine(context, taken, contractDay) : financialLine(context, taken, true),
    assumed: [
      say(known ? 'cost-assumed-rate' : 'cost-assumed-ceiling', { rate: rateWords(rate) }),
      say('cost-assumed-simple'),
    ],
  };
}

function cited(context: Context, text: string, claims: readonly string[]): Block {
  return { kind: 'claim', claim: { text, citations: citationsFor(context, 'cost-of-overdue', claims) } };
}

/** Interest and charges together as a simple yearly rate on what is open. */
function takenOf(cost: LateCost, days: number): Taken {
  const taken = cost.interest + cost.charges;
  const yearlyRate = decimal(taken).div(cost.open).times(yearDays).div(days);
  return { amount: cost.open, taken, yearlyRate, days };
}

/** The same debt with the minimum alone, and with the first minimum paid on. */
function minimumOnly(context: Context, { cost, rate }: Worked, answers: Answers): string {
  const { say, language } = context;
  const share = percent(answers.share === 'unknown' ? 10 : (answers.share ?? 10));
  const minimum = minimumPayment(share, minimumFloor);
  const only = payDown(cost.total, rate, minimum);
  const fixed = Math.max(minimum(cost.total), levelInstalment(cost.total, rate, 60));
  const steady = payDown(cost.total, rate, () => fixed);
  return say('cost-minimum', {
    share: rateWords(share),
    floor: amountWords(minimumFloor, language),
    months: only.months,
    interest: amountWords(only.interest, language),
    fixed: amountWords(fixed, language),
    fixedMonths: steady.months,
    fixedInterest: amountWords(steady.interest, language),
  });
}

/** Days at which bars are drawn in words. */
const mostRows = 6;

async function chart(context: Context, { cost, days, open }: Worked): Promise<readonly Block[]> {
  if (days < 2) return [];
  const { say } = context;
  const all = Array.from({ length: days + 1 }, (_, day) => day);
  const added = (day: number) => (cost.interestByDay[day] ?? 0) + (cost.chargesByDay[day] ?? 0);
  const drawn = await picture(context, 'cost.png', (charts, words) =>
    charts.cost(
      {
        days: all,
        owed: all.map((day) => yuan(open + added(day))),
        parts: [
          { label: words('chart-amount'), amounts: all.map(() => yuan(open)) },
          { label: words('chart-interest'), amounts: cost.interestByDay.map(yuan) },
          ...(cost.charges > 0 ? [{ label: words('chart-charges'), amounts: cost.chargesByDay.map(yuan) }] : []),
        ],
        words: { title: words('chart-cost'), owed: words('chart-owed'), days: words('chart-days') },
      },
      context.language,
    ),
  );
  const pictures = drawn ? [{ ...drawn, description: say('chart-cost') }] : [];
  if (drawn && context.origin.platform !== 'terminal') return pictures;
  const step = Math.max(1, Math.ceil(days / mostRows));
  const rows = all.filter((day) => day > 0 && (day % step === 0 || day === days));
  const text = bars(rows.map((day) => ({ label: say('chart-day', { day }), amount: added(day) })));
  return [...pictures, paragraph(`${say('chart-added')}\n${text}`)];
}

function yuan(fen: Fen): number {
  return Number(yuanOf(fen));
}

function buttons({ say }: Context, { kind }: Answers): readonly Button[] {
  const others = (['card', 'online', 'bank'] as const).filter((each) => each !== kind);
  const labels = { card: 'cost-kind-card', online: 'cost-kind-online', bank: 'cost-kind-bank' } as const;
  return [
    ...others.slice(0, 2).map((each) => answerButton('cost', 'kind', each, say(labels[each]))),
    button('command', 'plan', say('button-plan')),
    button('facts', 'cost-of-overdue', say('facts-button')),
  ];
}
