// Looks at every message before anything else: a crisis, a wish for help with wrong-doing, a secret posted by mistake.
import { type CrisisAssessment, createCrisisReader } from './crisis.ts';
import { featuresOf } from './features.ts';
import { readLearned } from './learned.ts';
import { readLexicon } from './read-lexicon.ts';
import { createRefusalReader, type RefusalAssessment } from './refusal.ts';
import { crisisSchema, refusalSchema, secretsSchema, spellingSchema } from './schema.ts';
import { createSecretReader, type SecretAssessment } from './secrets.ts';
import { createReader } from './view.ts';

export type Assessment = CrisisAssessment | RefusalAssessment | SecretAssessment;

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
const unspecific: ReadonlySet<string> = new Set([
  'cue-asks',
  'cue-soon',
  'cue-kin',
  'cue-leave',
  'idiom',
  'worried-about',
]);

/**
 * Reads the lexicons of this folder.
 * @param simplified turns Traditional into Simplified Chinese
 * @throws Error with the faults of a lexicon
 */
export function createSafety(simplified: (text: string) => string): Safety {
  const read = createReader(readLexicon('spelling.yaml', spellingSchema), simplified);
  const crisis = createCrisisReader(readLexicon('crisis.yaml', crisisSchema));
  const learned = readLearned();
  const wrongs = readLexicon('refusal.yaml', refusalSchema);
  const refusal = createRefusalReader(wrongs);
  const secrets = createSecretReader(readLexicon('secrets.yaml', secretsSchema));
  const topics = new Map(wrongs.rules.map((rule) => [rule.id, rule.topics]));
  return {
    assess(text) {
      const view = read(text);
      const reading = crisis(view);
      const { who, danger } = reading;
      if (reading.points >= certain) return { kind: 'crisis', who, danger };
      const refused = refusal.assess(view);
      if (refused) return refused;
      // A message that touches nothing of the lexicon, or holds an idiom, has to speak more clearly.
      const clear = reading.touched.some((id) => !unspecific.has(id)) && !reading.touched.includes('idiom');
      const least = clear ? 0 : 1.3;
      const likely = () => !reading.defused && learned.score(featuresOf(view, reading.touched)) > least;
      if (reading.reached || likely()) return { kind: 'crisis', who, danger };
      return secrets.assess(text);
    },
    lawfulTopics: (why) => topics.get(why) ?? [],
    refusals: [...topics.keys()],
    explain(text) {
      const view = read(text);
      const { points, touched } = crisis(view);
      return `${points} points (${touched.join(' ')}), learned ${learned.score(featuresOf(view, touched)).toFixed(2)}`;
    },
  };
}
