// What people say about the answers, without who said it: kept sealed by src/storage, read by the operator.
import type { Language } from './language.ts';

/** `wrong`: a sentence about an answer. `unanswered`: a question that found no answer, from somebody who agreed. */
export type LetterKind = 'wrong' | 'unanswered';

/** No name, no id of a platform, no hour: only what helps to mend an answer. */
export type Letter = {
  readonly kind: LetterKind;
  readonly words: string;
  readonly language: Language;
  /** The answer it is about; absent when there was none. */
  readonly topic?: string;
  /** ISO date. */
  readonly day: string;
};

export type KeptLetter = Letter & { readonly id: string };

export type Letterbox = {
  /** False when it is full: the operator has not read it for long. A store that is down throws. */
  add(letter: Letter): Promise<boolean>;
  /** Oldest first. */
  list(): Promise<readonly KeptLetter[]>;
  /** Gives how many were there. */
  remove(ids: readonly string[]): Promise<number>;
};

/** Characters of a letter at most. */
export const longestLetter = 500;

/** Runs of digits that could be a phone, card or identity number, and mail addresses, are not needed to mend an answer. */
export function withoutNumbers(words: string): string {
  return words
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/gu, '…')
    .replace(/(?<!\d)(\d[ -]?){6,}[\dxX](?!\d)/gu, '…')
    .trim()
    .slice(0, longestLetter)
    .toWellFormed();
}
