// What is said when somebody's life is in danger: one human sentence, whom to call, the next ten minutes, and that debt can wait.
import type { CrisisAssessment } from '../safety/crisis.ts';
import { topicButton } from './answer.ts';
import { citeClaim } from './cite.ts';
import { type Context, paragraph, reply } from './context.ts';
import type { Block, Reply } from './reply.ts';

/** Locale keys are `crisis-<situation>`, `-call` and `-step-1` to `-step-3`. */
export const situations = ['self', 'other', 'harm', 'violence-self', 'violence-other'] as const;

type Situation = (typeof situations)[number];

/** Topics to go on with, the closest first; those that exist become buttons. */
const onwards: Readonly<Record<Situation, readonly string[]>> = {
  self: ['stay-calm-and-cope', 'cannot-pay', 'crisis'],
  other: ['crisis', 'stay-calm-and-cope', 'cannot-pay'],
  harm: ['crisis', 'stay-calm-and-cope', 'cannot-pay'],
  'violence-self': ['crisis', 'illegal-lending', 'stay-calm-and-cope'],
  'violence-other': ['crisis', 'illegal-lending', 'stay-calm-and-cope'],
};

/** Keeps nothing of the message and of the conversation; the log learns that it happened, and no more. */
export function crisisReply(context: Context, { who, danger }: CrisisAssessment): Reply {
  const situation = situationOf(who, danger);
  context.services.log.info({}, 'somebody in danger was answered');
  const step = (number: number) => ({ text: context.say(`crisis-${situation}-step-${number}`), citations: [] });
  return reply(context, {
    blocks: [
      paragraph(context.say(`crisis-${situation}`)),
      paragraph(context.say(`crisis-${situation}-call`)),
      ...numbers(context),
      paragraph(context.say('crisis-ten-minutes')),
      { kind: 'steps', items: [step(1), step(2), step(3)] },
      ...debtCanWait(context),
      paragraph(context.say('crisis-onwards')),
    ],
    buttons: onwards[situation].flatMap((topic) => topicButton(context, topic)),
    outcome: { kind: 'crisis', topic: 'crisis' },
    personal: true,
  });
}

function situationOf(who: CrisisAssessment['who'], danger: CrisisAssessment['danger']): Situation {
  if (danger === 'violence') return `violence-${who}`;
  return danger === 'harm' ? 'harm' : who;
}

/** The numbers of the place, in the order of its guide: danger first, then whom to talk to. */
function numbers(context: Context): readonly Block[] {
  const knowledge = context.services.knowledge();
  const guide = knowledge.places.get(context.place) ?? knowledge.places.get('mainland');
  const cited = guide?.parts.find(({ id }) => id === 'crisis')?.cites ?? [];
  return cited.flatMap((id) => {
    const claim = guide?.claims.find((it) => it.id === id);
    return claim ? [{ kind: 'claim', claim: citeClaim(knowledge, claim, context.reading) } satisfies Block] : [];
  });
}

/** Nobody goes to prison for being unable to pay: a fact of mainland law, and said to be one elsewhere. */
function debtCanWait(context: Context): readonly Block[] {
  const knowledge = context.services.knowledge();
  const said = paragraph(context.say(context.place === 'mainland' ? 'crisis-debt' : 'crisis-debt-elsewhere'));
  const claim = knowledge.topics.get('crisis')?.claims.find(({ id }) => id === 'no-prison');
  return claim ? [said, { kind: 'claim', claim: citeClaim(knowledge, claim, context.reading) }] : [said];
}
