// The months of a plan: as a picture or bars, as lines, and all of them as a table in a file.
import { type Fen, yuanOf } from '../../rules/money.ts';
import type { Payoff, Strategy } from '../../rules/payoff.ts';
import { type Context, paragraph, reply } from '../context.ts';
import { actButton } from '../flows/flow.ts';
import type { Block, Reply } from '../reply.ts';
import { picture } from './pictures.ts';
import type { PlanCase } from './plan-debts.ts';
import type { Plans } from './plan-result.ts';
import { amountWords, bars, numberWords } from './words.ts';

/** Months shown as lines before the last one, bars, and debts that get a column of their own. */
const most = { lines: 12, bars: 8, columns: 3 } as const;

const sum = (amounts: readonly Fen[]) => amounts.reduce((total, amount) => total + amount, 0);

/** ISO months: index 0 is this month, before the first payment. */
function monthsOf({ reading }: Context, count: number): readonly string[] {
  const start = Temporal.PlainDate.from(reading.day).toPlainYearMonth();
  return Array.from({ length: count + 1 }, (_, month) => start.add({ months: month }).toString());
}

/** What is owed in all before the first payment and after each. */
function totals({ debts }: PlanCase, { months }: Payoff): readonly Fen[] {
  return [sum(debts.map(({ balance }) => balance)), ...months.map(({ balances }) => sum(balances))];
}

/** The balances over time, drawn; where nobody draws, as bars. */
export async function planPicture(
  context: Context,
  known: PlanCase,
  plans: Plans,
  strategy: Strategy,
): Promise<readonly Block[]> {
  const { say, language, origin } = context;
  const [shown, other] = [plans[strategy], plans[strategy === 'avalanche' ? 'snowball' : 'avalanche']];
  const months = monthsOf(context, shown.months.length);
  const otherTotals = totals(known, other);
  const drawn = await picture(context, 'plan.png', (charts, words) =>
    charts.plan(
      {
        months,
        debts: shown.order.map(({ debt }) => ({
          label: known.debts[debt]?.label ?? '',
          balances: [known.debts[debt]?.balance ?? 0, ...shown.months.map(({ balances }) => balances[debt] ?? 0)].map(
            yuan,
          ),
        })),
        other: months.map((_, month) => yuan(otherTotals[month] ?? 0)),
        ...(shown.done ? { end: months.at(-1) ?? '' } : {}),
        words: {
          title: words('chart-plan'),
          owed: words('chart-owed'),
          strategy: words(strategy === 'avalanche' ? 'chart-avalanche' : 'chart-snowball'),
          other: words(strategy === 'avalanche' ? 'chart-snowball' : 'chart-avalanche'),
          end: words('chart-end'),
        },
      },
      language,
    ),
  );
  const pictures = drawn ? [{ ...drawn, description: say('chart-plan') }] : [];
  if (drawn && origin.platform !== 'terminal') return pictures;
  const left = totals(known, shown);
  const step = Math.max(1, Math.ceil((left.length - 1) / most.bars));
  const rows = left.flatMap((amount, month) =>
    month % step === 0 || month === left.length - 1 ? [{ label: months[month] ?? '', amount }] : [],
  );
  return [...pictures, paragraph(`${say('chart-plan')}\n${bars(rows)}`)];
}

/** The first year month by month and the last payment; everything in the file. */
export function planTable(context: Context, known: PlanCase, plan: Payoff): Reply {
  const { say, language } = context;
  const months = monthsOf(context, plan.months.length);
  const left = totals(known, plan);
  const lines = plan.months.flatMap((month, index) => {
    if (index >= most.lines && index < plan.months.length - 1) return [];
    const each = known.debts.length > 1 && known.debts.length <= most.columns;
    const detail = each
      ? ` (${known.debts.map(({ label }, debt) => `${label} ${numberWords(month.balances[debt] ?? 0)}`).join(say('list-comma'))})`
      : '';
    const gap = index === plan.months.length - 1 && plan.months.length > most.lines + 1 ? ['…'] : [];
    const words = {
      month: months[index + 1] ?? '',
      paid: amountWords(sum(month.paid), language),
      left: amountWords(left[index + 1] ?? 0, language),
    };
    return [...gap, `${say('plan-month', words)}${detail}`];
  });
  const file = new TextEncoder().encode(`\uFEFF${table(context, known, plan, months)}`);
  return reply(context, {
    blocks: [
      { kind: 'heading', text: say('plan-months-heading') },
      paragraph(lines.join('\n')),
      { kind: 'file', name: 'plan.csv', mime: 'text/csv', bytes: file },
    ],
    buttons: [actButton('plan', 'continue', say('plan-button-summary'))],
    outcome: { kind: 'answer', topic: 'repayment-plan' },
    personal: true,
  });
}

function table(context: Context, { debts }: PlanCase, { months: rows }: Payoff, months: readonly string[]): string {
  const { say } = context;
  const head = [
    say('table-month'),
    say('table-interest'),
    ...debts.flatMap(({ label }) => [say('table-paid', { label }), say('table-left', { label })]),
  ];
  const lines = rows.map((row, index) => [
    months[index + 1] ?? '',
    yuanOf(sum(row.interest)),
    ...debts.flatMap((_, debt) => [yuanOf(row.paid[debt] ?? 0), yuanOf(row.balances[debt] ?? 0)]),
  ]);
  return [head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n');
}

/** A label that begins like a formula would be run by a spreadsheet. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function yuan(fen: Fen): number {
  return Number(yuanOf(fen));
}
