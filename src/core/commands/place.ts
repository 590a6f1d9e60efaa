import { answerPlace } from '../answer.ts';
import { writeOut } from '../cite.ts';
import { type Context, contextWith, orElse, paragraph, personKey, reply } from '../context.ts';
import { isPlace, type Place } from '../language.ts';
import { inLanguages } from '../menu.ts';
import { button } from '../reply.ts';
import type { Command } from './command.ts';

export const place: Command = {
  name: 'place',
  option: (translate, choices) => ({
    choices: choices.places,
    name: 'place',
    required: false,
    description: inLanguages(translate, 'place-option'),
  }),
  run(context, argument) {
    const wanted = argument.trim();
    if (wanted === '') return choices(context, 'place-which');
    const named = isPlace(wanted) ? wanted : context.services.matcher().placesIn(wanted)[0];
    return named === undefined ? choices(context, 'place-unknown') : fix(context, named);
  },
};

function choices(context: Context, key: string) {
  const knowledge = context.services.knowledge();
  return reply(context, {
    blocks: [paragraph(context.say(key))],
    buttons: [...knowledge.places.values()]
      .toSorted((a, b) => Number(b.id === 'mainland') - Number(a.id === 'mainland'))
      .map((guide) => button('place', guide.id, writeOut(knowledge, guide.label, context.reading))),
  });
}

async function fix(context: Context, chosen: Place) {
  const preferences = { ...context.preferences, place: chosen };
  const next = contextWith({ ...context, preferences });
  const kept = await orElse(
    context.services,
    async () => {
      await context.services.preferences.set(personKey(context.origin), preferences);
      return true;
    },
    false,
  );
  const label = context.services.knowledge().places.get(chosen)?.label;
  const said = next.say(kept ? 'place-fixed' : 'not-kept', {
    place: label ? writeOut(context.services.knowledge(), label, next.reading) : chosen,
  });
  const about = chosen === 'mainland' ? undefined : answerPlace(next, chosen);
  return reply(next, {
    blocks: [paragraph(said), ...(about?.blocks ?? [])],
    buttons: about?.buttons ?? [],
    outcome: { kind: 'command' },
  });
}
