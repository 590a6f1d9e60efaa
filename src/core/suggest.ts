// What is suggested while somebody types the option of a command, where a platform can show that.
import { writeOut } from './cite.ts';
import { noticeWords, scheduleWords, standardNotice, zoneOf } from './flows/reminder-words.ts';
import { type Language, written } from './language.ts';
import { isOtherBusiness } from './reminders/intent.ts';
import { cleanLabel, isPlausible } from './reminders/labels.ts';
import { readSignUp } from './reminders/sentence.ts';
import type { Services } from './services.ts';

type Suggestion = { readonly value: string; readonly label: string };

/** Most suggestions that a platform shows, and the characters of one (Discord: 25 and 100). */
const most = { suggestions: 25, characters: 100 } as const;

/** Sentences for `remind`, topics for everything else. */
export function suggestFor(
  command: string,
  typed: string,
  language: Language,
  services: Services,
): readonly Suggestion[] {
  return command === 'remind' ? suggestSignUps(typed, language, services) : suggestTopics(typed, language, services);
}

const usualLabels = ['label-card', 'label-platform', 'label-mortgage', 'label-car', 'label-rent'];
const usualDays = [1, 5, 10, 15, 20, 25, 'last'] as const;

/** What was understood so far; usual days for a name alone, usual names for nothing. Whoever picks one confirms it. */
function suggestSignUps(typed: string, language: Language, services: Services): readonly Suggestion[] {
  const say = (key: string, values?: Readonly<Record<string, string | number>>) =>
    services.translate(written(language) === 'en' ? 'en' : 'zh-Hans', key, values);
  const saying = { language, say };
  const words = services.script.simplified(typed).trim();
  const onDay = (label: string, day: (typeof usualDays)[number]) => {
    const when = scheduleWords(saying, { kind: 'monthly', day, every: 1, anchor: '2026-01-01' });
    return say('remind-line', { label, when });
  };
  const suggestion = (text: string, value = text): Suggestion => {
    const shown = language === 'zh-Hant' ? services.script.traditional(text, services.standard.place) : text;
    return { label: [...shown].slice(0, most.characters).join(''), value };
  };
  if (words === '') return usualLabels.map((key) => suggestion(onDay(say(key), 25)));
  if (words.length > most.characters || isOtherBusiness(words)) return [];
  const settings = { now: services.now(), zone: zoneOf({ preferences: {}, place: services.standard.place }) };
  const read = readSignUp(words, settings) ?? readSignUp(`remind me ${words}`, settings);
  if (read && 'error' in read) return [];
  const items = read?.items.filter(({ schedule }) => schedule !== undefined) ?? [];
  if (items.length === 0) {
    const label = cleanLabel(words);
    return label !== '' && isPlausible(label, true) ? usualDays.map((day) => suggestion(onDay(label, day))) : [];
  }
  const lines = items.flatMap(({ label, schedule, leadDays, time }) => {
    if (!schedule) return [];
    const when = scheduleWords(saying, schedule);
    const notice = noticeWords(saying, {
      leadDays: leadDays.length > 0 ? leadDays : standardNotice.leadDays,
      time: time ?? standardNotice.time,
    });
    return [`${label === undefined ? when : say('remind-line', { label, when })} (${notice})`];
  });
  return [suggestion(lines.join('; '), words)];
}

/** Topics for what somebody has typed so far, as questions; the first ones of all when nothing is typed yet. */
export function suggestTopics(typed: string, language: Language, services: Services): readonly Suggestion[] {
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
