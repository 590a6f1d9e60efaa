// Builds the answers: a topic as a good leaflet would have it, the facts behind it, and the same for other places.
import type { Aspect, PlaceGuide, Topic } from '../knowledge/schema.ts';
import { cite, citeClaim, writeOut } from './cite.ts';
import { isCommand } from './commands/names.ts';
import { type Context, paragraph, remember, reply } from './context.ts';
import type { Place } from './language.ts';
import { receiptOf } from './receipt.ts';
import { type Block, type Button, button, type Outcome, type Reply } from './reply.ts';

type How = {
  /** How the topic was found; a button or a command when absent. */
  readonly score?: number;
  /** A place that the message named; the person's own otherwise. */
  readonly place?: Place;
  /** Topics that the message could also have meant: offered first, so that a near miss is one tap away. */
  readonly near?: readonly string[];
};

/** Answers a topic, under the law of the person's place. Unknown ids (an old button) give undefined. */
export async function answerTopic(context: Context, id: string, how: How = {}): Promise<Reply | undefined> {
  const topic = context.services.knowledge().topics.get(id);
  if (!topic) return undefined;
  await remember(context, { topic: id });
  const place = how.place ?? context.place;
  const guide = context.services.knowledge().places.get(place);
  const outcome: Outcome = { kind: 'answer', topic: id, ...(how.score === undefined ? {} : { score: how.score }) };
  if (place !== 'mainland' && guide && topic.group !== 'bot') return answerElsewhere(context, topic, guide, outcome);
  const blocks = topicBlocks(context, topic);
  return reply(context, {
    blocks,
    buttons: topicButtons(context, topic, how.near ?? []),
    outcome,
    receipt: receiptOf(context, id, blocks),
  });
}

function topicBlocks(context: Context, topic: Topic): readonly Block[] {
  const knowledge = context.services.knowledge();
  const written = (words: Topic['answer']) => cite(knowledge, topic.claims, words, context.reading);
  const blocks: Block[] = [
    { kind: 'heading', text: writeOut(knowledge, topic.question, context.reading) },
    { kind: 'claim', claim: written(topic.answer) },
  ];
  if (topic.steps.length > 0) blocks.push({ kind: 'steps', items: topic.steps.map(written) });
  for (const caution of topic.cautions) blocks.push({ kind: 'caution', caution: written(caution) });
  if (topic.correction) blocks.push({ kind: 'claim', claim: written(topic.correction) });
  return blocks;
}

/** Most buttons below an answer: more is a menu, not an answer. */
const mostButtons = 4;

function topicButtons(context: Context, topic: Topic, near: readonly string[]): readonly Button[] {
  const tools = topic.tools.filter(isCommand).slice(0, 1);
  const facts = topic.claims.length > 0 ? [button('facts', topic.id, context.say('facts-button'))] : [];
  const room = mostButtons - tools.length - facts.length;
  const others = [...new Set([...near, ...topic.related])].slice(0, room).flatMap((id) => topicButton(context, id));
  return [...tools.map((tool) => button('command', tool, context.say(`button-${tool}`))), ...others, ...facts];
}

/** A button that opens a topic, with the topic's label; nothing when the topic is not there. */
export function topicButton(context: Context, id: string): readonly Button[] {
  const topic = context.services.knowledge().topics.get(id);
  return topic ? [button('topic', id, writeOut(context.services.knowledge(), topic.label, context.reading))] : [];
}

/** Every claim of a topic in full, with its source and standing. */
export function answerFacts(context: Context, id: string): Reply | undefined {
  const knowledge = context.services.knowledge();
  const topic = knowledge.topics.get(id);
  if (!topic) return undefined;
  const label = writeOut(knowledge, topic.label, context.reading);
  const blocks: Block[] = [
    { kind: 'heading', text: context.say('facts-heading', { label }) },
    ...topic.claims.map((claim): Block => ({ kind: 'claim', claim: citeClaim(knowledge, claim, context.reading) })),
  ];
  return reply(context, {
    blocks,
    buttons: [
      ...topicButton(context, id),
      button('command', 'why', context.say('why-button')),
      button('command', 'wrong', context.say('wrong-button')),
    ],
    outcome: { kind: 'answer', topic: id },
    receipt: receiptOf(context, id, blocks),
  });
}

/** A follow-up question about the topic in hand. */
export async function answerAspect(context: Context, topic: Topic, aspect: Aspect): Promise<Reply | undefined> {
  const words = topic.follow_ups[aspect];
  if (!words || context.place !== 'mainland') return answerTopic(context, topic.id);
  await remember(context, { topic: topic.id });
  const knowledge = context.services.knowledge();
  const blocks: Block[] = [
    { kind: 'heading', text: writeOut(knowledge, topic.label, context.reading) },
    { kind: 'claim', claim: cite(knowledge, topic.claims, words, context.reading) },
  ];
  return reply(context, {
    blocks,
    buttons: [
      ...topicButton(context, topic.id),
      ...topic.related.slice(0, 2).flatMap((id) => topicButton(context, id)),
    ],
    outcome: { kind: 'answer', topic: topic.id },
    receipt: receiptOf(context, `${topic.id}/${aspect}`, blocks),
  });
}

function answerElsewhere(context: Context, topic: Topic, guide: PlaceGuide, outcome: Outcome): Reply {
  const knowledge = context.services.knowledge();
  const label = writeOut(knowledge, guide.label, context.reading);
  const part = guide.parts.find((it) => it.topics.includes(topic.id));
  const claims = guide.claims.filter((claim) => part?.cites.includes(claim.id));
  const subject = part
    ? writeOut(knowledge, part.label, context.reading)
    : writeOut(knowledge, topic.label, context.reading);
  const advice = guide.parts.find((it) => it.id === 'advice' && it !== part);
  const blocks: Block[] = [{ kind: 'heading', text: context.say('elsewhere-heading', { place: label, subject }) }];
  if (part) {
    for (const claim of claims) blocks.push({ kind: 'claim', claim: citeClaim(knowledge, claim, context.reading) });
  } else {
    blocks.push(paragraph(context.say('elsewhere-unknown', { place: label })));
    blocks.push({ kind: 'claim', claim: cite(knowledge, guide.claims, guide.answer, context.reading) });
  }
  if (advice && !part) {
    for (const claim of guide.claims.filter((it) => advice.cites.includes(it.id)))
      blocks.push({ kind: 'claim', claim: citeClaim(knowledge, claim, context.reading) });
  }
  blocks.push(paragraph(context.say('elsewhere-note', { place: label })));
  const buttons = [
    button('place', 'mainland', context.say('elsewhere-mainland')),
    ...guide.parts
      .filter((it) => it !== part)
      .slice(0, 3)
      .map((it) => partButton(context, guide, it)),
  ];
  return reply(context, { blocks, buttons, outcome, receipt: receiptOf(context, `${topic.id}/${guide.id}`, blocks) });
}

function partButton(context: Context, guide: PlaceGuide, part: PlaceGuide['parts'][number]): Button {
  return button('part', `${guide.id}/${part.id}`, writeOut(context.services.knowledge(), part.label, context.reading));
}

/** All that is known about a place: its two sentences and a button for each subject. */
export function answerPlace(context: Context, place: Place): Reply | undefined {
  const knowledge = context.services.knowledge();
  const guide = knowledge.places.get(place);
  if (!guide) return undefined;
  const blocks: Block[] = [
    { kind: 'heading', text: writeOut(knowledge, guide.label, context.reading) },
    { kind: 'claim', claim: cite(knowledge, guide.claims, guide.answer, context.reading) },
  ];
  return reply(context, {
    blocks,
    buttons: guide.parts.map((part) => partButton(context, guide, part)),
    outcome: { kind: 'answer', topic: 'other-places' },
    receipt: receiptOf(context, guide.id, blocks),
  });
}

/** One subject of a place; `value` is `place/part`. */
export function answerPart(context: Context, value: string): Reply | undefined {
  const [place, id] = value.split('/');
  const knowledge = context.services.knowledge();
  const guide = [...knowledge.places.values()].find((it) => it.id === place);
  const part = guide?.parts.find((it) => it.id === id);
  if (!guide || !part) return undefined;
  const [label, subject] = [guide.label, part.label].map((words) => writeOut(knowledge, words, context.reading));
  const claims = guide.claims.filter((claim) => part.cites.includes(claim.id));
  const blocks: Block[] = [
    { kind: 'heading', text: context.say('elsewhere-heading', { place: label ?? '', subject: subject ?? '' }) },
    ...claims.map((claim): Block => ({ kind: 'claim', claim: citeClaim(knowledge, claim, context.reading) })),
  ];
  return reply(context, {
    blocks,
    buttons: guide.parts
      .filter((it) => it !== part)
      .slice(0, 4)
      .map((it) => partButton(context, guide, it)),
    outcome: { kind: 'answer', topic: 'other-places' },
    receipt: receiptOf(context, `${guide.id}/${part.id}`, blocks),
  });
}
