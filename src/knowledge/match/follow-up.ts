import type { Aspect, FollowUp } from '../schema.ts';

/** Finds which aspect of the topic in hand a message asks about; undefined when it stands on its own. */
export function createFollowUp(followUps: readonly FollowUp[]): (normalised: string) => Aspect | undefined {
  const rules = followUps.map(({ aspect, en, zh }) => ({
    aspect,
    patterns: [...en, ...zh].map((pattern) => new RegExp(pattern, 'iu')),
  }));
  return (normalised) => {
    const text = normalised.trim();
    return rules.find((rule) => rule.patterns.some((pattern) => pattern.test(text)))?.aspect;
  };
}
