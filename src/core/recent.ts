// The last question of each conversation, in memory alone and for a short time: what was written is never stored.

/** Milliseconds, and conversations, that are remembered at most. */
const limits = { time: 30 * 60 * 1000, conversations: 2_000 } as const;

/** `found`: it had an answer, or options. */
export type Asked = { readonly words: string; readonly found: boolean };

export type Recent = {
  /** What was last asked, unless it is longer ago than half an hour. */
  get(conversation: string): Asked | undefined;
  set(conversation: string, asked: Asked): void;
  delete(conversation: string): void;
};

export function createRecent(now: () => Temporal.Instant): Recent {
  const kept = new Map<string, { asked: Asked; until: number }>();
  return {
    get(conversation) {
      const found = kept.get(conversation);
      return found && found.until > now().epochMilliseconds ? found.asked : undefined;
    },
    set(conversation, asked) {
      const time = now().epochMilliseconds;
      // Oldest first: what is written again moves to the end.
      kept.delete(conversation);
      kept.set(conversation, { asked, until: time + limits.time });
      for (const [key, { until }] of kept) {
        if (until > time && kept.size <= limits.conversations) break;
        kept.delete(key);
      }
    },
    delete: (conversation) => void kept.delete(conversation),
  };
}
