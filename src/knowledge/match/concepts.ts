// Finds the shared concepts (who, what, which debt, which stage …) that a message names in any wording.
import type { Concept } from '../schema.ts';
import { normalise, stemOf, wordsOf } from './tokens.ts';

export type ConceptFinder = (normalised: string) => readonly string[];

/** A tree of phrases by their steps: Chinese characters, or English stems. */
type Branch = { readonly next: Map<string, Branch>; readonly ids: string[] };

export function createConceptFinder(concepts: readonly Concept[], simplified: (text: string) => string): ConceptFinder {
  const chinese = branch();
  const english = branch();
  for (const { id, en, zh } of concepts) {
    for (const phrase of [...en, ...zh]) {
      const plain = normalise(phrase, simplified);
      if (/\p{Script=Han}/u.test(plain)) plant(chinese, [...plain.replace(/\s+/g, '')], id);
      else plant(english, wordsOf(plain).map(stemOf), id);
    }
  }
  return (normalised) => {
    const found = new Set<string>();
    if (/\p{Script=Han}/u.test(normalised)) collect(chinese, [...normalised.replace(/\s+/g, '')], found);
    collect(english, wordsOf(normalised).map(stemOf), found);
    return [...found];
  };
}

function branch(): Branch {
  return { next: new Map(), ids: [] };
}

function plant(root: Branch, steps: readonly string[], id: string): void {
  let at = root;
  for (const step of steps) {
    const next = at.next.get(step) ?? branch();
    at.next.set(step, next);
    at = next;
  }
  if (at !== root && !at.ids.includes(id)) at.ids.push(id);
}

/** Every phrase that stands anywhere in the steps. */
function collect(root: Branch, steps: readonly string[], found: Set<string>): void {
  for (let start = 0; start < steps.length; start += 1) {
    let at: Branch | undefined = root;
    for (let index = start; at && index < steps.length; index += 1) {
      at = at.next.get(steps[index] ?? '');
      for (const id of at?.ids ?? []) found.add(id);
    }
  }
}
