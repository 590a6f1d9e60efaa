// What stands above a drawing: the title and the key to the colours.
import { innerWidth, margin, type Part, type Pen, type Sheet, sizes, write } from './canvas.ts';
import { ink, softInk } from './palette.ts';
import { fitted, pinched, wrapped } from './text.ts';

/** How a line of the key is drawn: one area or several on top of each other, or a dashed line. */
export type Mark = { readonly kind: 'areas'; readonly colours: readonly string[] } | { readonly kind: 'dashed' };

export type Entry = { readonly mark: Mark; readonly label: string; readonly amount?: string };

const markWidth = 44;
const rowHeight = 50;
const gap = 40;
/** A hundred million with fen fits. */
const amountRoom = 300;
/** More lines than this stand in two columns where the labels are short enough for that, or where there are too many. */
const oneColumn = 6;
const tooMany = 12;

export function titlePart(pen: Pen, text: string): Part {
  const lines = wrapped(text, sizes.title, innerWidth, 2, pen.ruler);
  const lineHeight = 60;
  return {
    height: lines.length * lineHeight + 20,
    draw(sheet, top) {
      for (const [index, line] of lines.entries()) {
        write(sheet, line, margin, top + (index + 0.5) * lineHeight, { size: sizes.title });
      }
    },
  };
}

/** A small heading of a drawing. */
export function captionPart(pen: Pen, text: string, align: 'left' | 'right' = 'left'): Part {
  const line = fitted(text, sizes.small, innerWidth, pen.ruler);
  return {
    height: 48,
    draw(sheet, top) {
      const x = align === 'left' ? margin : margin + innerWidth;
      write(sheet, line, x, top + 24, { size: sizes.small, colour: softInk, align });
    },
  };
}

/** The key to the colours, with amounts in a column of their own. */
export function keyPart(pen: Pen, lines: readonly Entry[]): Part {
  const entries = lines.map((line): Entry => {
    return line.amount ? { ...line, amount: fitted(line.amount, sizes.least, amountRoom, pen.ruler) } : line;
  });
  const { columns, size, space, room, widest } = columnsOf(pen, entries);
  const rows = Math.ceil(entries.length / columns);
  const labels = entries.map(({ label }) => pinched(label, size, room, pen.ruler));
  // Two columns are of equal width; one is only as wide as it must be, so that the eye finds the amount of a line.
  const width = columns === 2 ? space : space - room + Math.min(room, widest);
  return {
    height: rows * rowHeight + 20,
    draw(sheet, top) {
      for (const [index, { mark, amount }] of entries.entries()) {
        const left = margin + Math.floor(index / rows) * (space + gap);
        const middle = top + ((index % rows) + 0.5) * rowHeight;
        drawMark(sheet, mark, left, middle);
        write(sheet, labels[index] ?? '', left + markWidth + 16, middle, { size });
        if (amount) write(sheet, amount, left + width, middle, { size, align: 'right' });
      }
    },
  };
}

type Columns = { columns: 1 | 2; size: number; space: number; room: number; widest: number };

/** `room` is what a label may take, `widest` what the widest takes. */
function columnsOf(pen: Pen, entries: readonly Entry[]): Columns {
  const layout = (columns: 1 | 2): Columns => {
    const size = columns === 2 ? sizes.least : sizes.label;
    const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => pen.ruler(text, size)));
    const amounts = widest(entries.map(({ amount }) => amount ?? ''));
    const space = (innerWidth - gap * (columns - 1)) / columns;
    const room = space - markWidth - 16 - (amounts > 0 ? amounts + 24 : 0);
    return { columns, size, space, room, widest: widest(entries.map(({ label }) => label)) };
  };
  const two = layout(2);
  const isTwo = entries.length > tooMany || (entries.length > oneColumn && two.widest <= two.room);
  return isTwo ? two : layout(1);
}

function drawMark(sheet: Sheet, mark: Mark, left: number, middle: number): void {
  switch (mark.kind) {
    case 'areas': {
      const shown = mark.colours.slice(0, 4);
      for (const [index, colour] of shown.entries()) {
        sheet.fillStyle = colour;
        sheet.fillRect(left, middle - 14 + (index * 28) / shown.length, markWidth, 28 / shown.length);
      }
      return;
    }
    case 'dashed':
      sheet.strokeStyle = ink;
      sheet.lineWidth = 5;
      sheet.setLineDash([14, 8]);
      sheet.beginPath();
      sheet.moveTo(left, middle);
      sheet.lineTo(left + markWidth, middle);
      sheet.stroke();
      sheet.setLineDash([]);
      return;
    default:
      mark satisfies never;
  }
}
