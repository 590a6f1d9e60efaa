// Looks at every message before anything else: a crisis, a wish for help with wrong-doing, a secret posted by mistake.
import { type CrisisAssessment, type CrisisReading, createCrisisReader } from './crisis.ts';
import { piecesOf, touchesOf } from './features.ts';
import { readLearned } from './learned.ts';
import { readLexicon } from './read-lexicon.ts';
import { createRefusalReader, type RefusalAssessment, type RefusalReading } from './refusal.ts';
import { crisisSchema, refusalSchema, secretsSchema, spellingSchema } from './schema.ts';
import { createSecretReader, type SecretAssessment } from './secrets.ts';
import { createReader } from './view.ts';

export type Assessment = CrisisAssessment | RefusalAssessment | SecretAssessment;

/** Characters below which only the rules decide. */
const shortest = 6;

export type Safety = {
  /** What a message needs before it is read as a question; undefined for nearly all of them. */
  assess(text: string): Assessment | undefined;
  /** The topics that describe the lawful way, for the id of a refusal. */
  lawfulTopics(why: string): readonly string[];
  /** The ids of all refusals: each has its words in the locales. */
  readonly refusals: readonly string[];
  /** What led to it, for measures: the rules that were touched, their points and the learned score. */
  explain(text: string): string;
};

/** Points from which a crisis stands even where wrong-doing is asked for ("say that I died"). */
const certain = 9;

/** What most messages touch. */
const unspecific: ReadonlySet<string> = new Set(['cue-asks', 'cue-soon', 'cue-kin', 'cue-leave', 'idiom']);

/** Lists of refusal.yaml without whose words nothing is wrong. */
const wrongLists: ReadonlySet<string> = new Set(
  'hide cannot untrue debtor shame pose trade trick con flood violent identity noreturn profit cashout'
    .split(' ')
    .map((name) => `list-t-${name}`),
);

/** By how much more a message has to speak for it, when it is an honest neighbour by its tone. */
const honestly = 1.5;

/**
 * Reads the lexicons of this folder.
 * @param simplified turns Traditional into Simplified Chinese
 * @throws Error with the faults of a lexicon
 */
export function createSafety(simplified: (text: string) => string): Safety {
  const read = createReader(readLexicon('spelling.yaml', spellingSchema), simplified);
  const crisis = createCrisisReader(readLexicon('crisis.yaml', crisisSchema));
  const learned = { crisis: readLearned('crisis'), refuse: readLearned('refuse') };
  const wrongs = readLexicon('refusal.yaml', refusalSchema);
  const refusal = createRefusalReader(wrongs);
  const secrets = createSecretReader(readLexicon('secrets.yaml', secretsSchema));
  const topics = new Map(wrongs.rules.map((rule) => [rule.id, rule.topics]));
  const crisisScore = (pieces: Iterable<string>, { reached, defused, touched }: CrisisReading): number => {
    if (reached) return Number.POSITIVE_INFINITY;
    if (defused) return Number.NEGATIVE_INFINITY;
    // A message that touches nothing of the lexicon, or holds an idiom, has to speak more clearly.
    const clear = touched.some((id) => !unspecific.has(id)) && !touched.includes('idiom');
    return learned.crisis.score(pieces, touchesOf(touched)) - (clear ? 0 : 1);
  };
  const refusalScore = (pieces: Iterable<string>, { why, touched }: RefusalReading): number => {
    if (why !== undefined) return Number.POSITIVE_INFINITY;
    if (!touched.some((id) => wrongLists.has(id))) return Number.NEGATIVE_INFINITY;
    const honest = touched.includes('honest') && !touched.includes('intent');
    return learned.refuse.score(pieces, touchesOf(touched)) - (honest ? honestly : 0);
  };
  return {
    assess(text) {
      const view = read(text);
      const reading = crisis(view);
      const { who, danger } = reading;
      if (reading.points >= certain) return { kind: 'crisis', who, danger };
      const wrong = refusal(view);
      if (wrong.why !== undefined) return { kind: 'refuse', why: wrong.why };
      // A word or two is left to the rules: the learned measures have nothing to go by.
      if (!reading.reached && [...text.trim()].length < shortest) return secrets.assess(text);
      const pieces = piecesOf(view);
      const [dire, bad] = [crisisScore(pieces, reading), refusalScore(pieces, wrong)];
      if (dire > 0 && dire >= bad) return { kind: 'crisis', who, danger };
      if (bad > 0) return { kind: 'refuse', why: wrong.closest };
      return secrets.assess(text);
    },
    lawfulTopics: (why) => topics.get(why) ?? [],
    refusals: [...topics.keys()],
    explain(text) {
      const view = read(text);
      const reading = crisis(view);
      const wrong = refusal(view);
      const pieces = piecesOf(view);
      const [dire, bad] = [crisisScore(pieces, reading), refusalScore(pieces, wrong)].map((score) => score.toFixed(2));
      return `${reading.points} points (${reading.touched.join(' ')}), learned ${dire}; ${wrong.why ?? '-'} (${wrong.touched.join(' ')}), learned ${bad}`;
    },
  };
}
