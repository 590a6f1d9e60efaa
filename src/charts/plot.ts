// The only file that talks to the chart library (echarts): axes, stacked areas and lines.
import { createRequire } from 'node:module';
import type { EChartsOption, LineSeriesOption } from 'echarts';
import { blank, fontFamily, margin, type Part, type Pen, pageWidth, type Sheet, sizes } from './canvas.ts';
import { grid, ink, paper, rail, softInk } from './palette.ts';

// One minified file: the same library module by module takes a second to load, this 0.07 s.
const echarts: typeof import('echarts') = createRequire(import.meta.url)('echarts/dist/echarts.common.min.js');
echarts.setPlatformAPI({ createCanvas: () => blank(1, 1, 'en') });

export type Plot = {
  /** Pixels, axis labels included. */
  readonly height: number;
  /** Labels along the bottom, one a value; only those that fit are shown. */
  readonly positions: readonly string[];
  /** How many positions may lie between two labels, from few to many. */
  readonly steps: readonly number[];
  readonly amount: (yuan: number) => string;
  /** From the bottom up. */
  readonly areas: readonly { readonly colour: string; readonly values: readonly number[] }[];
  /** Dashed, in front of the areas. */
  readonly line?: readonly number[];
  /** Pixels for the amounts, for two plots below each other; else as many as they take. */
  readonly room?: number;
  /** Draws over the plot. */
  readonly over?: (sheet: Sheet, place: Place) => void;
};

/** Pixels of the drawing inside the axes. */
export type Place = {
  readonly x: (index: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

const headroom = 22;
/** Pixels between two labels of the bottom axis, at least. */
const labelGap = 28;
/** Pixels that the last label may run over the end of its axis. */
const overhang = 16;
const axisHeight = 66;
/** Four pixels and more from one to the next. */
const mostPoints = 200;
const mostYuan = 1e12;

export function plotPart(pen: Pen, plot: Plot): Part {
  const left = margin + (plot.room ?? axisRoom(pen, plot));
  return {
    height: plot.height,
    draw(sheet, top) {
      const canvas = blank(pageWidth, plot.height, pen.language);
      // The types ask for an element of a page; a canvas without a page is documented, too.
      const chart = echarts.init(canvas as unknown as Parameters<typeof echarts.init>[0], null, {
        devicePixelRatio: 1,
        width: pageWidth,
        height: plot.height,
      });
      try {
        chart.setOption(optionOf(pen, plot, left));
        sheet.drawImage(canvas, 0, top);
        plot.over?.(sheet, {
          x: (index) => chart.convertToPixel({ xAxisIndex: 0 }, index),
          left,
          right: pageWidth - margin,
          top: top + headroom,
          bottom: top + plot.height - axisHeight,
        });
      } finally {
        chart.dispose();
      }
    },
  };
}

/** Pixels that the amounts along the left side take. */
export function axisRoom(pen: Pen, plot: Plot): number {
  const { greatest, interval } = scaleOf(plot);
  const marks = Array.from({ length: Math.round(greatest / interval) + 1 }, (_, index) => index * interval);
  return Math.ceil(Math.max(...marks.map((mark) => pen.ruler(plot.amount(mark), sizes.small)))) + 18;
}

/** A step of 1, 2 or 5 and zeros, and the first multiple of it above everything. */
function scaleOf({ areas, line, positions, height }: Plot): { greatest: number; interval: number } {
  const totals = positions.map((_, index) => areas.reduce((sum, { values }) => sum + drawable(values[index] ?? 0), 0));
  const most = [...totals, ...(line ?? []).map(drawable)].reduce((a, b) => Math.max(a, b), 0) || 1;
  const rough = most / (height > 500 ? 6 : 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const interval = ([1, 2, 5].find((step) => step * power >= rough) ?? 10) * power;
  return { greatest: Math.ceil(most / interval) * interval, interval };
}

function optionOf(pen: Pen, plot: Plot, left: number): EChartsOption {
  const count = plot.positions.length;
  const { shown, widest } = labelsOf(pen, plot, pageWidth - margin - left);
  const { greatest, interval } = scaleOf(plot);
  const isShown = (index: number) => shown.has(index);
  const text = { color: softInk, fontSize: sizes.small, fontFamily };
  const axis = { show: true, lineStyle: { color: rail, width: 2 } };
  return {
    animation: false,
    grid: { left, right: margin, top: headroom, bottom: axisHeight, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      data: [...plot.positions],
      boundaryGap: count === 1,
      axisLine: axis,
      axisTick: { ...axis, length: 10, interval: isShown },
      axisLabel: {
        ...text,
        margin: 16,
        interval: isShown,
        ...(hugsEdges(widest, count) && { alignMinLabel: 'left', alignMaxLabel: 'right' }),
        showMaxLabel: isShown(count - 1),
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: greatest,
      interval,
      axisLabel: { ...text, margin: 14, formatter: plot.amount },
      splitLine: { lineStyle: { color: grid, width: 2 } },
    },
    series: [...plot.areas.map(({ colour, values }) => areaSeries(colour, points(values))), ...lineSeries(plot)],
  };
}

/** [index, value], not more than are told apart at this width; the first and the last are always among them. */
function points(values: readonly number[]): [number, number][] {
  const last = values.length - 1;
  const stride = Math.ceil(values.length / mostPoints);
  return values.flatMap((value, index): [number, number][] =>
    index % stride === 0 || index === last ? [[index, drawable(value)]] : [],
  );
}

/** Whole fen, not below nothing. The renderer ends the process on some shapes that are not finite (an arc at NaN). */
function drawable(value: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(0, Math.round(value * 100) / 100), mostYuan) : 0;
}

/** The first and the last label are wide: they begin and end with the axis, and are not cut off by the edge. */
function hugsEdges(widest: number, count: number): boolean {
  return count > 1 && widest / 2 > overhang;
}

/** Every so many positions one label, and the last one where it has room. */
function labelsOf(pen: Pen, { positions, steps }: Plot, width: number): { shown: Set<number>; widest: number } {
  const last = positions.length - 1;
  const widest = Math.max(...[0, last >> 1, last].map((index) => pen.ruler(positions[index] ?? '', sizes.small)));
  const pixels = width / Math.max(1, last);
  // Beside a label that begins at its mark, half a label more is taken.
  const needed = labelGap + widest * (hugsEdges(widest, positions.length) ? 1.5 : 1);
  const step = steps.find((each) => each * pixels >= needed) ?? Math.max(1, last);
  const shown = new Set<number>();
  for (let index = 0; index <= last; index += step) {
    if (index === 0 || index === last || (last - index) * pixels >= widest / 2 - overhang) shown.add(index);
  }
  if ((last - Math.max(...shown)) * pixels >= needed) shown.add(last);
  return { shown, widest };
}

function areaSeries(colour: string, data: [number, number][]): LineSeriesOption {
  return {
    type: 'line',
    stack: 'areas',
    data,
    symbol: data.length === 1 ? 'circle' : 'none',
    symbolSize: 16,
    // A thin edge of paper parts areas whose colours are alike to some eyes.
    lineStyle: { color: paper, width: 1.5 },
    itemStyle: { color: colour },
    areaStyle: { color: colour, opacity: 1 },
  };
}

/** A line with an edge of paper, so that it is seen on areas of any colour. */
function lineSeries({ line }: Plot): readonly LineSeriesOption[] {
  if (!line) return [];
  const series = (z: number, lineStyle: NonNullable<LineSeriesOption['lineStyle']>): LineSeriesOption => ({
    type: 'line',
    data: points(line),
    symbol: line.length === 1 ? 'circle' : 'none',
    symbolSize: 16,
    itemStyle: { color: ink },
    z,
    lineStyle,
  });
  return [series(5, { color: paper, width: 11 }), series(6, { color: ink, width: 5, type: [16, 10] })];
}
