import type { CostChart } from '../core/charts.ts';
import { type Canvas, type Pen, page } from './canvas.ts';
import { figuresFor } from './figures.ts';
import { captionPart, type Entry, keyPart, titlePart } from './header.ts';
import { areaColour } from './palette.ts';
import { axisRoom, type Plot, plotPart } from './plot.ts';

const steps = [1, 2, 5, 10, 20, 30, 50, 100, 200, 365, 500, 730, 1000];

/** What is owed day by day; below it, larger, what was added to the amount itself: 20 days of interest are a hair. */
export function drawCost(pen: Pen, chart: CostChart): Canvas {
  const { amount, rough, day } = figuresFor(pen.language);
  const last = chart.days.length - 1;
  const parts = chart.parts.map(({ label, amounts }, index) => ({
    label: pen.printable(label, `#${index + 1}`),
    colour: areaColour(index),
    values: amounts,
  }));
  const added = parts.slice(1);
  const key = parts.toReversed().map(({ label, colour, values }): Entry => {
    return { mark: { kind: 'areas', colours: [colour] }, label, amount: amount(values[last] ?? 0) };
  });
  const owed: Entry = {
    mark: { kind: 'areas', colours: parts.map(({ colour }) => colour).toReversed() },
    label: pen.printable(chart.words.owed),
    amount: amount(chart.owed[last] ?? 0),
  };
  const shared = { positions: chart.days.map(day), steps, amount: rough };
  const whole: Plot = { ...shared, height: added.length > 0 ? 420 : 720, areas: parts };
  const closer: Plot = { ...shared, height: 460, areas: added };
  const room = Math.max(axisRoom(pen, whole), axisRoom(pen, closer));
  return page(pen, [
    titlePart(pen, pen.printable(chart.words.title)),
    keyPart(pen, [owed, ...key]),
    captionPart(pen, owed.label),
    plotPart(pen, { ...whole, room }),
    ...(added.length > 0
      ? [captionPart(pen, added.map(({ label }) => label).join(' + ')), plotPart(pen, { ...closer, room })]
      : []),
    captionPart(pen, pen.printable(chart.words.days), 'right'),
  ]);
}
