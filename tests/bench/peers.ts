// The same ways of asking through well-known search libraries, to know what our own ranking is worth.
import basic from '@nlpjs/basic';
import chinese from '@nlpjs/lang-zh';
import MiniSearch from 'minisearch';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';

export type Peer = { readonly name: string; readonly prepared: number; rank(text: string): Promise<readonly string[]> };

const outsideClass = '(outside)';

function* phrasesOf(knowledge: Knowledge): Generator<{ topic: string; en: readonly string[]; zh: readonly string[] }> {
  for (const topic of knowledge.topics.values()) yield { topic: topic.id, ...topic.asks };
  yield { topic: outsideClass, ...knowledge.outside };
}

/** Latin words, and single Chinese characters with bigrams: with its own tokenizer it finds nothing in Chinese. */
function tokenise(text: string): string[] {
  const latin = text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
  const han = (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) => {
    const characters = [...run];
    return characters.flatMap((character, index) => {
      const next = characters[index + 1];
      return next === undefined ? [character] : [character, character + next];
    });
  });
  return [...latin, ...han];
}

export function createMiniSearchPeer(knowledge: Knowledge, simplified: (text: string) => string): Peer {
  const begin = performance.now();
  const search = new MiniSearch({
    fields: ['words'],
    tokenize: tokenise,
    searchOptions: { combineWith: 'OR', prefix: false, fuzzy: 0.1 },
  });
  search.addAll(
    [...phrasesOf(knowledge)].map(({ topic, en, zh }) => ({ id: topic, words: [...en, ...zh].join('\n') })),
  );
  return {
    name: 'MiniSearch, bigrams',
    prepared: performance.now() - begin,
    rank: async (text) => search.search(simplified(text)).map((hit) => String(hit.id)),
  };
}

/** nlp.js with its own languages, stemmers and neural classifier, trained on the same phrases. */
export async function createNlpPeer(knowledge: Knowledge, simplified: (text: string) => string): Promise<Peer> {
  const begin = performance.now();
  const container = await basic.containerBootstrap();
  for (const plugin of [basic.Nlp, basic.LangEn, chinese.LangZh]) container.use(plugin);
  const nlp = container.get('nlp');
  nlp.settings.autoSave = false;
  nlp.settings.log = false;
  for (const language of ['en', 'zh'] as const) {
    nlp.addLanguage(language);
    for (const entry of phrasesOf(knowledge)) {
      for (const phrase of entry[language]) nlp.addDocument(language, phrase, entry.topic);
    }
  }
  await nlp.train();
  return {
    name: 'nlp.js',
    prepared: performance.now() - begin,
    async rank(text) {
      const plain = simplified(text);
      const result = await nlp.process(/\p{Script=Han}/u.test(plain) ? 'zh' : 'en', plain);
      return result.classifications.map((it) => it.intent);
    },
  };
}
