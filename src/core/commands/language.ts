import { type Context, contextWith, languageFrom, orElse, paragraph, personKey, reply } from '../context.ts';
import { type Language, languages } from '../language.ts';
import { inLanguages } from '../menu.ts';
import { button } from '../reply.ts';
import type { Command } from './command.ts';

/** What people type for a language, beside its tag. */
const spoken: Readonly<Record<string, Language | 'automatic'>> = {
  english: 'en',
  英文: 'en',
  英语: 'en',
  chinese: 'zh-Hans',
  中文: 'zh-Hans',
  简体: 'zh-Hans',
  简体中文: 'zh-Hans',
  繁體: 'zh-Hant',
  繁体: 'zh-Hant',
  繁體中文: 'zh-Hant',
  auto: 'automatic',
  automatic: 'automatic',
  自动: 'automatic',
  自動: 'automatic',
};

export const language: Command = {
  name: 'language',
  option: (translate) => ({
    name: 'language',
    required: false,
    description: inLanguages(translate, 'language-option'),
    choices: [...languages, 'automatic'].map((value) => ({
      value,
      label: inLanguages(translate, `language-${value}`),
    })),
  }),
  run(context, argument) {
    const wanted = argument.trim();
    const chosen = languageFrom(wanted) ?? spoken[wanted.toLowerCase()];
    if (chosen === undefined) return choices(context, wanted === '' ? 'language-which' : 'language-unknown');
    return fix(context, chosen);
  },
};

function choices(context: Context, key: string) {
  return reply(context, {
    blocks: [paragraph(context.say(key))],
    buttons: [...languages, 'automatic'].map((value) => button('language', value, context.say(`language-${value}`))),
  });
}

async function fix(context: Context, chosen: Language | 'automatic') {
  const { language: _, ...rest } = context.preferences;
  const preferences = chosen === 'automatic' ? rest : { ...rest, language: chosen };
  const next = contextWith({ ...context, preferences, language: chosen === 'automatic' ? context.language : chosen });
  const kept = await orElse(
    context.services,
    async () => {
      await context.services.preferences.set(personKey(context.origin), preferences);
      return true;
    },
    false,
  );
  const key = chosen === 'automatic' ? 'language-follows' : 'language-fixed';
  return reply(next, { blocks: [paragraph(next.say(kept ? key : 'not-kept'))], outcome: { kind: 'command' } });
}
