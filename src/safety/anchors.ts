// What a pattern cannot do without: words of which every match holds at least one, so that most patterns are never tried.

/** One of these stands in every match, and roughly how often that is; undefined where nothing can be said. */
export type Anchors = { readonly words: readonly string[]; readonly cost: number } | undefined;

type Lists = Readonly<Record<string, readonly string[]>>;

const literals = /[^[(<\\.^$|)?*+{]+/y;
const skipped = /\.\.\d+|\\p\{[^}]*\}|\\.|\[(?:\\.|[^\]])*\]|[.^$<{]/y;
const listName = /<([a-z][a-z0-9-]*)>/y;
const opening = /\((?:\?:|\?[=!]|\?<[=!])?/y;
const quantifiers = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/y;

/**
 * Makes a reader of lexicon lines (see patterns.ts) that reads only as far as it needs to: literal words, groups,
 * lists and quantifiers; whatever else it meets says nothing. The same list always gives the same object.
 * It throws for a line that uses a list which is not there.
 */
export function createAnchors(lists: Lists): (line: string) => Anchors {
  const known = new Map<string, Anchors>();
  const anchorsOfList = (name: string, line: string): Anchors => {
    if (known.has(name)) return known.get(name);
    const list = lists[name];
    if (!list) throw new Error(`the pattern ${line} uses the list ${name}, which is not there`);
    const anchors = new Reader(list.join('|'), anchorsOfList).alternatives();
    known.set(name, anchors);
    return anchors;
  };
  return (line) => new Reader(line, anchorsOfList).alternatives();
}

class Reader {
  readonly #line: string;
  readonly #list: (name: string, line: string) => Anchors;
  #at = 0;

  constructor(line: string, list: (name: string, line: string) => Anchors) {
    this.#line = line;
    this.#list = list;
  }

  /** All branches up to the closing bracket: one that says nothing silences the others. */
  alternatives(): Anchors {
    const first = this.#sequence();
    if (this.#line[this.#at] !== '|') return first;
    const words = [...(first?.words ?? [])];
    let cost = first?.cost ?? Number.POSITIVE_INFINITY;
    while (this.#line[this.#at] === '|') {
      this.#at += 1;
      const branch = this.#sequence();
      cost += branch?.cost ?? Number.POSITIVE_INFINITY;
      if (branch && cost !== Number.POSITIVE_INFINITY) words.push(...branch.words);
    }
    return cost === Number.POSITIVE_INFINITY ? undefined : { words, cost };
  }

  #sequence(): Anchors {
    let best: Anchors;
    const offer = (anchors: Anchors) => {
      if (anchors && (!best || anchors.cost < best.cost)) best = anchors;
    };
    while (this.#at < this.#line.length) {
      const next = this.#line[this.#at];
      if (next === '|' || next === ')') break;
      const run = this.#take(literals);
      if (run !== undefined) {
        const optional = this.#optional();
        // A quantifier belongs to the last character alone.
        offer(single(optional === undefined ? run : run.slice(0, -1)));
        continue;
      }
      const part = this.#part();
      if (this.#optional() !== true) offer(part);
    }
    return best;
  }

  #part(): Anchors {
    listName.lastIndex = this.#at;
    const name = listName.exec(this.#line)?.[1];
    if (name !== undefined) {
      this.#at = listName.lastIndex;
      return this.#list(name, this.#line);
    }
    if (this.#take(skipped) !== undefined) return undefined;
    const open = this.#take(opening);
    if (open === undefined) throw new Error(`the pattern ${this.#line} cannot be read from character ${this.#at}`);
    const inside = this.alternatives();
    this.#at += 1;
    return open === '(' || open === '(?:' ? inside : undefined;
  }

  /** True when what came before may be left out, false when it may be repeated, undefined for no quantifier. */
  #optional(): boolean | undefined {
    const found = this.#take(quantifiers);
    return found === undefined ? undefined : found[0] === '?' || found[0] === '*' || found.startsWith('{0');
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#line)?.[0];
    if (found !== undefined) this.#at = pattern.lastIndex;
    return found;
  }
}

/** Short words are common, Chinese characters less so than English letters. */
function single(literal: string): Anchors {
  const word = literal.trim();
  if (word === '') return undefined;
  return { words: [word], cost: (word.charCodeAt(0) > 0x2e80 ? 8 : 2.5) ** -word.length };
}
