// Reads transcripts: what a person types, and what must and must not be in the answer.

export type Turn = {
  readonly line: number;
  readonly typed: string;
  /** `= answer late-by-a-day`: kind and topic (or options) of the outcome. */
  readonly outcome?: string;
  readonly has: readonly string[];
  readonly hasNot: readonly string[];
};

export type Transcript = { readonly name: string; readonly turns: readonly Turn[] };

/**
 * Lines that start with `#` name a conversation, `>` is typed, `=` is the outcome, `<` must be shown, `!` must not.
 * @throws Error for a line of any other kind
 */
export function readTranscripts(text: string): readonly Transcript[] {
  const transcripts: {
    name: string;
    turns: { line: number; typed: string; outcome?: string; has: string[]; hasNot: string[] }[];
  }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const rest = line.slice(1).trim();
    const turns = transcripts.at(-1)?.turns;
    const turn = turns?.at(-1);
    if (line.trim() === '') continue;
    if (line.startsWith('#')) transcripts.push({ name: rest, turns: [] });
    else if (line.startsWith('>')) turns?.push({ line: index + 1, typed: rest, has: [], hasNot: [] });
    else if (line.startsWith('=') && turn) turn.outcome = rest;
    else if (line.startsWith('<') && turn) turn.has.push(rest);
    else if (line.startsWith('!') && turn) turn.hasNot.push(rest);
    else throw new Error(`line ${index + 1} is no line of a transcript: ${line}`);
  }
  return transcripts;
}
