// The only file that talks to the renderer (@napi-rs/canvas): the font, sheets of paper, and what is put on them.
import { readFile } from 'node:fs/promises';
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import type { Language } from '../core/language.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { ink, paper } from './palette.ts';
import { printable, type Ruler } from './text.ts';

export type { Canvas };
export type Sheet = SKRSContext2D;

/** Pixels; a phone shows 1080 without scaling up. */
export const pageWidth = 1080;
export const margin = 48;
export const innerWidth = pageWidth - 2 * margin;
export const fontFamily = 'Chart Sans';

/** Pixels. Nothing is smaller than the last one. */
export const sizes = { title: 46, body: 36, label: 32, small: 30, least: 28 } as const;

/** What is needed to write in a language. */
export type Pen = {
  readonly language: Language;
  readonly ruler: Ruler;
  /** One line without what the font lacks; `otherwise` when nothing is left. */
  readonly printable: (text: string, otherwise?: string) => string;
};

/** A strip of a picture over its whole width. */
export type Part = { readonly height: number; readonly draw: (sheet: Sheet, top: number) => void };

let font: Promise<Coverage> | undefined;

export async function openPen(language: Language): Promise<Pen> {
  font ??= loadFont();
  const coverage = await font;
  const scratch = blank(1, 1, language).getContext('2d');
  return {
    language,
    ruler(text, size) {
      scratch.font = fontOf(size);
      return scratch.measureText(text).width;
    },
    printable: (text, otherwise = '') => printable(text, coverage) || otherwise,
  };
}

async function loadFont(): Promise<Coverage> {
  const bytes = await readFile(new URL('./font/chart-sans.otf', import.meta.url));
  if (GlobalFonts.register(bytes, fontFamily) === null) throw new Error('The font for pictures cannot be read.');
  return coverageOf(bytes);
}

/** A canvas without paper. Skia takes the Traditional shapes of the font by the language. */
export function blank(width: number, height: number, language: Language): Canvas {
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').lang = language;
  return canvas;
}

/** Puts parts below each other. */
export function page(pen: Pen, parts: readonly Part[]): Canvas {
  const height = parts.reduce((sum, part) => sum + part.height, 2 * margin);
  const canvas = blank(pageWidth, Math.ceil(height), pen.language);
  const sheet = canvas.getContext('2d');
  sheet.fillStyle = paper;
  sheet.fillRect(0, 0, pageWidth, canvas.height);
  let top = margin;
  for (const part of parts) {
    sheet.save();
    part.draw(sheet, top);
    sheet.restore();
    top += part.height;
  }
  return canvas;
}

export type Writing = {
  readonly size: number;
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right';
};

/** `y` is the middle of the line. */
export function write(sheet: Sheet, text: string, x: number, y: number, writing: Writing): void {
  sheet.font = fontOf(writing.size);
  sheet.fillStyle = writing.colour ?? ink;
  sheet.textAlign = writing.align ?? 'left';
  // The middle of the letters, not of the em box: Latin and Chinese share it with this font.
  sheet.textBaseline = 'alphabetic';
  sheet.fillText(text, x, y + writing.size * 0.36);
}

function fontOf(size: number): string {
  return `${size}px "${fontFamily}"`;
}
