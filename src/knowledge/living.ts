// Knowledge that can be read again while the bot runs.
import { watch } from 'node:fs';
import type { Fault } from './faults.ts';
import type { Knowledge } from './knowledge.ts';
import { inspectKnowledge, loadKnowledge, standardFolder } from './load.ts';
import { createMatcher, type Matcher } from './match/matcher.ts';

export type Living = {
  knowledge(): Knowledge;
  matcher(): Matcher;
  /** Reads all files again. Where there is a fault the old knowledge stays in place, and the faults are given. */
  reload(): readonly Fault[];
};

/** @throws KnowledgeError with every fault when the folder cannot be used at the start */
export function createLiving(simplified: (text: string) => string, folder: URL = standardFolder): Living {
  const prepare = (knowledge: Knowledge) => ({ knowledge, matcher: createMatcher(knowledge, simplified) });
  // One value, so that a topic that the matcher finds is always in the knowledge of that moment.
  let current = prepare(loadKnowledge(folder));
  return {
    knowledge: () => current.knowledge,
    matcher: () => current.matcher,
    reload() {
      const { knowledge, faults } = inspect(folder);
      if (!knowledge) return faults;
      current = prepare(knowledge);
      return [];
    },
  };
}

/** A file that vanishes while it is read is a fault like any other: an editor may be replacing it. */
function inspect(folder: URL): ReturnType<typeof inspectKnowledge> {
  try {
    return inspectKnowledge(folder);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { knowledge: undefined, faults: [{ file: '', line: 1, message }] };
  }
}

/** Milliseconds of quiet after a change: saving one file touches it several times, a deployment touches many. */
const quiet = 400;

/** Calls back when YAML files of the folder have changed and it is quiet again. Gives what ends the watch. */
export function watchKnowledge(onChange: () => void, folder: URL = standardFolder): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true, persistent: false }, (_, file) => {
    if (file !== null && !file.endsWith('.yaml')) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, quiet).unref();
  });
  // A folder that can no longer be watched is still read again on a signal.
  watcher.on('error', () => watcher.close());
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
