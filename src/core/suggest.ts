import { writeOut } from './cite.ts';
import type { Language } from './language.ts';
import type { Services } from './services.ts';

/** Most suggestions that a platform shows, and the characters of one (Discord: 25 and 100). */
const most = { suggestions: 25, characters: 100 } as const;

/** Topics for what somebody has typed so far, as questions; the first ones of all when nothing is typed yet. */
export function suggestTopics(
  typed: string,
  language: Language,
  services: Services,
): readonly { value: string; label: string }[] {
  const knowledge = services.knowledge();
  const ranked =
    typed.trim() === ''
      ? [...knowledge.topics.keys()]
      : services
          .matcher()
          .rank(typed)
          .map((option) => option.topic);
  const day = services.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();
  return ranked
    .flatMap((id) => {
      const topic = knowledge.topics.get(id);
      if (!topic) return [];
      const plain = writeOut(knowledge, topic.question, { language, day });
      const label = language === 'zh-Hant' ? services.script.traditional(plain, services.standard.place) : plain;
      return [{ value: `topic:${id}`, label: [...label].slice(0, most.characters).join('') }];
    })
    .slice(0, most.suggestions);
}
