import type { PlanChart } from '../core/charts.ts';
import { type Canvas, type Part, type Pen, page, type Sheet, sizes, write } from './canvas.ts';
import { figuresFor } from './figures.ts';
import { captionPart, type Entry, keyPart, titlePart } from './header.ts';
import { accent, areaColour, onAccent } from './palette.ts';
import { type Place, plotPart } from './plot.ts';
import { fitted } from './text.ts';

const steps = [1, 2, 3, 6, 12, 24, 36, 48, 60, 96, 120, 240];

/** The debts as areas on top of each other, the other strategy as a dashed line, the last month as a flag. */
export function drawPlan(pen: Pen, chart: PlanChart): Canvas {
  const { whole, rough, month } = figuresFor(pen.language);
  const debts = chart.debts.map(({ label, balances }, index) => ({
    label: pen.printable(label, `#${index + 1}`),
    colour: areaColour(index),
    balances,
  }));
  const strategies: Entry[] = [
    { mark: { kind: 'areas', colours: debts.map(({ colour }) => colour) }, label: pen.printable(chart.words.strategy) },
    { mark: { kind: 'dashed' }, label: pen.printable(chart.words.other) },
  ];
  const key = debts.map(({ label, colour, balances }): Entry => {
    return { mark: { kind: 'areas', colours: [colour] }, label, amount: whole(balances[0] ?? 0) };
  });
  const end = chart.end === undefined ? -1 : chart.months.indexOf(chart.end);
  const flag = [pen.printable(chart.words.end), month(chart.end ?? '')];
  const parts: Part[] = [
    titlePart(pen, pen.printable(chart.words.title)),
    keyPart(pen, strategies),
    captionPart(pen, pen.printable(chart.words.owed)),
    plotPart(pen, {
      height: 720,
      positions: chart.months.map(month),
      steps,
      amount: rough,
      // What is paid off first lies on top, so that the stack empties in the order of the key.
      areas: debts.map(({ colour, balances }) => ({ colour, values: balances })).reverse(),
      line: chart.other,
      ...(end >= 0 && { over: (sheet, place) => drawFlag(pen, sheet, place, end, flag) }),
    }),
    { height: 24, draw: () => undefined },
    keyPart(pen, key),
  ];
  return page(pen, parts);
}

/** Pixels of a line of the flag, at most. */
const flagRoom = 560;

/** A pole at the month, and its name beside it on the side where there is room. */
function drawFlag(pen: Pen, sheet: Sheet, place: Place, index: number, words: readonly string[]): void {
  const lines = words.map((line) => fitted(line, sizes.label, flagRoom, pen.ruler));
  const x = Math.min(Math.max(place.left, place.x(index)), place.right);
  if (!Number.isFinite(x)) return;
  const width = Math.max(...lines.map((line) => pen.ruler(line, sizes.label))) + 48;
  const height = 112;
  const left = x - width < place.left ? Math.min(x, place.right - width) : x - width;
  sheet.strokeStyle = accent;
  sheet.lineWidth = 4;
  sheet.beginPath();
  sheet.moveTo(x, place.top);
  sheet.lineTo(x, place.bottom);
  sheet.stroke();
  sheet.fillStyle = accent;
  sheet.beginPath();
  sheet.roundRect(left, place.top, width, height, 12);
  sheet.fill();
  sheet.beginPath();
  sheet.arc(x, place.bottom, 12, 0, 2 * Math.PI);
  sheet.fill();
  for (const [row, line] of lines.entries()) {
    const y = place.top + 33 + row * 46;
    write(sheet, line, left + width / 2, y, { size: sizes.label, colour: onAccent, align: 'center' });
  }
}
