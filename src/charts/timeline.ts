import type { TimelineChart } from '../core/charts.ts';
import {
  type Canvas,
  innerWidth,
  margin,
  type Part,
  type Pen,
  page,
  pageWidth,
  type Sheet,
  sizes,
  write,
} from './canvas.ts';
import { titlePart } from './header.ts';
import { accent, ink, onAccent, paper, rail, softInk, tint } from './palette.ts';
import { fitted, wrapped } from './text.ts';

/** A stage, or the flag by itself where the person is in no stage. */
type Row =
  | { readonly kind: 'stage'; readonly when: 'past' | 'now' | 'ahead'; readonly stage: TimelineChart['stages'][number] }
  | { readonly kind: 'here' };

/** Which parts of the rail a row has, above and below its mark. */
type Ends = { readonly first: boolean; readonly last: boolean };

const railX = margin + 32;
const textX = margin + 88;
const textWidth = pageWidth - margin - textX - 24;
const lineHeight = 50;
const padding = 28;
const flagHeight = 64;

/** Stages from top to bottom on a rail; the one that the person is in is tinted and has the flag. */
export function drawTimeline(pen: Pen, chart: TimelineChart): Canvas {
  const rows = rowsOf(chart);
  const words = fitted(pen.printable(chart.words.here, '•'), sizes.label, textWidth - 48, pen.ruler);
  return page(pen, [
    titlePart(pen, pen.printable(chart.words.title)),
    ...rows.map((row, index) => {
      const ends = { first: index === 0, last: index === rows.length - 1 };
      return row.kind === 'here' ? herePart(pen, words, ends) : stagePart(pen, row, words, ends);
    }),
  ]);
}

function rowsOf({ stages, here }: TimelineChart): readonly Row[] {
  const rows = stages.map((stage): Row & { kind: 'stage' } => {
    const over = stage.to !== undefined && here > stage.to;
    return { kind: 'stage', stage, when: here < stage.from ? 'ahead' : over ? 'past' : 'now' };
  });
  if (rows.some(({ when }) => when === 'now')) return rows;
  const past = rows.filter(({ when }) => when === 'past').length;
  return [...rows.slice(0, past), { kind: 'here' }, ...rows.slice(past)];
}

function herePart(pen: Pen, words: string, ends: Ends): Part {
  const height = flagHeight + padding;
  return {
    height,
    draw(sheet, top) {
      const middle = top + height / 2;
      drawRail(sheet, { from: ends.first ? middle : top, to: middle, passed: true });
      drawRail(sheet, { from: middle, to: ends.last ? middle : top + height, passed: false });
      drawFlag(pen, sheet, words, middle);
    },
  };
}

function stagePart(pen: Pen, { stage, when }: Row & { kind: 'stage' }, words: string, ends: Ends): Part {
  const label = wrapped(pen.printable(stage.label, '–'), sizes.body, textWidth, 3, pen.ruler);
  const days = fitted(pen.printable(stage.days), sizes.small, textWidth, pen.ruler);
  const height = (label.length + 1) * lineHeight + 2 * padding + (when === 'now' ? flagHeight + 20 : 0);
  return {
    height,
    draw(sheet, top) {
      const first = top + padding + lineHeight / 2;
      const flag = top + height - padding - flagHeight / 2;
      const passedTo = when === 'past' ? top + height : when === 'now' ? flag : top;
      if (when === 'now') drawCard(sheet, top, height);
      drawRail(sheet, { from: ends.first ? first : top, to: ends.last ? first : top + height, passed: false });
      drawRail(sheet, { from: ends.first ? first : top, to: passedTo, passed: true });
      drawNode(sheet, first, when === 'ahead' ? rail : accent, when === 'past');
      write(sheet, days, textX, first, { size: sizes.small, colour: softInk });
      for (const [row, line] of label.entries()) {
        const writing = { size: sizes.body, colour: when === 'past' ? softInk : ink };
        write(sheet, line, textX, first + (row + 1) * lineHeight, writing);
      }
      if (when === 'now') drawFlag(pen, sheet, words, flag);
    },
  };
}

function drawCard(sheet: Sheet, top: number, height: number): void {
  sheet.fillStyle = tint;
  sheet.beginPath();
  sheet.roundRect(margin - 16, top, innerWidth + 32, height, 20);
  sheet.fill();
}

function drawRail(sheet: Sheet, line: { from: number; to: number; passed: boolean }): void {
  if (line.to <= line.from) return;
  sheet.strokeStyle = line.passed ? accent : rail;
  sheet.lineWidth = line.passed ? 8 : 4;
  sheet.beginPath();
  sheet.moveTo(railX, line.from);
  sheet.lineTo(railX, line.to);
  sheet.stroke();
}

function drawNode(sheet: Sheet, y: number, colour: string, full: boolean): void {
  sheet.fillStyle = full ? colour : paper;
  sheet.strokeStyle = colour;
  sheet.lineWidth = 5;
  sheet.beginPath();
  sheet.arc(railX, y, 13, 0, 2 * Math.PI);
  sheet.fill();
  sheet.stroke();
}

/** The words in a box that points at the rail, where a full dot marks the day. */
function drawFlag(pen: Pen, sheet: Sheet, words: string, y: number): void {
  const width = pen.ruler(words, sizes.label) + 48;
  sheet.fillStyle = accent;
  sheet.beginPath();
  sheet.arc(railX, y, 20, 0, 2 * Math.PI);
  sheet.fill();
  sheet.beginPath();
  sheet.moveTo(textX + 2, y - 18);
  sheet.lineTo(textX - 22, y);
  sheet.lineTo(textX + 2, y + 18);
  sheet.fill();
  sheet.beginPath();
  sheet.roundRect(textX, y - flagHeight / 2, width, flagHeight, 14);
  sheet.fill();
  write(sheet, words, textX + 24, y, { size: sizes.label, colour: onAccent });
}
