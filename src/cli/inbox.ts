// `npm run inbox`: what people said about the answers, for the operator.
import { readConfig } from '../config.ts';
import type { KeptLetter } from '../core/letterbox.ts';
import { openStore } from '../storage/store.ts';

/**
 * `npm run inbox` prints what people said about the answers, oldest first; `-- --done id …` deletes what has been
 * dealt with. Exits 1 when the store cannot be opened.
 */
export async function runInbox(words: readonly string[]): Promise<number> {
  const config = readConfig();
  if (!config.ok) {
    for (const fault of config.faults) console.error(fault);
    return 1;
  }
  const store = await openStore(config.config, () => Temporal.Now.instant());
  try {
    if (words.includes('--done')) {
      const gone = await store.letterbox.remove(words.filter((word) => word !== '--done'));
      console.log(`${gone} deleted`);
      return 0;
    }
    const letters = await store.letterbox.list();
    for (const letter of letters) console.log(letterLine(letter));
    const count = (kind: KeptLetter['kind']) => letters.filter((letter) => letter.kind === kind).length;
    console.log(`${count('wrong')} say that an answer is wrong, ${count('unanswered')} questions found no answer`);
    return 0;
  } finally {
    await store.close();
  }
}

/** Written by strangers: control characters would let a text move the cursor or recolour the terminal. */
export function letterLine({ id, day, kind, topic, language, words }: KeptLetter): string {
  const plain = words.replace(/\p{Cc}+/gu, ' ');
  return `${id}  ${day}  ${kind === 'wrong' ? `wrong: ${topic ?? 'no topic'}` : 'unanswered'}  ${language}  ${plain}`;
}
