// The figures of the last commit, and what has changed since, message by message.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Judged } from './judged.ts';
import { said } from './judged.ts';
import type { Verdict } from './measure.ts';

const schema = z.record(
  /** The file of the messages. */
  z.string(),
  z.record(
    /** The message. */
    z.string(),
    z.strictObject({
      verdict: z.enum(['right', 'asked', 'asked in vain', 'abstained', 'wrong']),
      /** What was answered or offered. */
      said: z.string(),
    }),
  ),
);

export type Figures = z.output<typeof schema>;

const standardFile = new URL('./figures.json', import.meta.url);

/** The kept figures; nothing before the first `npm run questions -- --write`. */
export function readFigures(file: URL = standardFile): Figures {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

export function writeFigures(figures: Figures, file: URL = standardFile): void {
  writeFileSync(file, `${JSON.stringify(figures, null, 1)}\n`);
}

export function figuresOf(judged: readonly Judged[]): Figures {
  const figures: Record<string, Record<string, Figures[string][string]>> = {};
  for (const { question, match, verdict } of judged) {
    const set = figures[question.set] ?? {};
    set[question.text] = { verdict, said: said(match) };
    figures[question.set] = set;
  }
  return figures;
}

export type Change = {
  readonly set: string;
  readonly text: string;
  readonly before: Figures[string][string];
  readonly after: Figures[string][string];
};

export type Changes = {
  readonly better: readonly Change[];
  readonly worse: readonly Change[];
  /** Messages that were not measured before, and that no longer are. */
  readonly added: number;
  readonly removed: number;
};

/** From worst to best: to ask in vain costs a person less than a wrong answer, and to be sent away less than that. */
const order: readonly Verdict[] = ['wrong', 'asked in vain', 'abstained', 'asked', 'right'];

export function changesBetween(before: Figures, after: Figures): Changes {
  const changes: Change[] = [];
  let added = 0;
  for (const [set, messages] of Object.entries(after)) {
    for (const [text, figure] of Object.entries(messages)) {
      const old = before[set]?.[text];
      if (!old) added += 1;
      else if (old.verdict !== figure.verdict) changes.push({ set, text, before: old, after: figure });
    }
  }
  const removed = Object.entries(before)
    .flatMap(([set, messages]) => Object.keys(messages).map((text) => after[set]?.[text]))
    .filter((figure) => figure === undefined).length;
  const gain = (change: Change) => order.indexOf(change.after.verdict) - order.indexOf(change.before.verdict);
  return {
    better: changes.filter((change) => gain(change) > 0),
    worse: changes.filter((change) => gain(change) < 0),
    added,
    removed,
  };
}

export function formatChange({ text, before, after }: Change): string {
  return `  ${before.verdict} (${before.said}) → ${after.verdict} (${after.said})  ${text}`;
}
