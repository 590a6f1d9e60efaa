// Looks at every message before anything else: a crisis, a wish for help with wrong-doing, a secret posted by mistake.
import { type CrisisAssessment, createCrisisReader } from './crisis.ts';
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
  /** Which rules gave points for a crisis, for measures. */
  explain(text: string): readonly string[];
};

/**
 * Reads the lexicons of this folder.
 * @param simplified turns Traditional into Simplified Chinese
 * @throws Error with the faults of a lexicon
 */
export function createSafety(simplified: (text: string) => string): Safety {
  const read = createReader(readLexicon('spelling.yaml', spellingSchema), simplified);
  const crisis = createCrisisReader(readLexicon('crisis.yaml', crisisSchema));
  const wrongs = readLexicon('refusal.yaml', refusalSchema);
  const refusal = createRefusalReader(wrongs);
  const secrets = createSecretReader(readLexicon('secrets.yaml', secretsSchema));
  const topics = new Map(wrongs.rules.map((rule) => [rule.id, rule.topics]));
  return {
    assess(text) {
      const view = read(text);
      return crisis.assess(view) ?? refusal.assess(view) ?? secrets.assess(text);
    },
    lawfulTopics: (why) => topics.get(why) ?? [],
    refusals: [...topics.keys()],
    explain: (text) => crisis.explain(read(text)),
  };
}
