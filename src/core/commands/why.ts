// Which words led to the last answer.

import type { Knowledge } from '../../knowledge/knowledge.ts';
import { createExplain, type Explain } from '../../knowledge/match/explain.ts';
import { topicButton } from '../answer.ts';
import { writeOut } from '../cite.ts';
import { type Context, conversationKey, paragraph, reply } from '../context.ts';
import { written } from '../language.ts';
import { type Block, button, type Reply } from '../reply.ts';
import type { Command } from './command.ts';

export const why: Command = {
  name: 'why',
  run(context, argument) {
    const words = argument.trim() || context.services.recent.get(conversationKey(context.origin))?.words;
    const topic = argument.trim() === '' ? context.conversation.topic : undefined;
    if (words === undefined) return unknown(context, topic);
    const match = context.services.matcher().match(words);
    const found =
      topic ?? (match.kind === 'answer' ? match.topic : match.kind === 'choose' ? bestOf(match) : undefined);
    return found === undefined ? abstained(context) : explained(context, words, found);
  },
};

const made = new WeakMap<Knowledge, Explain>();

/** Made at the first question why, and again when the knowledge was read again. */
function explainOf({ services }: Context): Explain {
  const knowledge = services.knowledge();
  const explain = made.get(knowledge) ?? createExplain(knowledge, services.script.simplified);
  made.set(knowledge, explain);
  return explain;
}

function bestOf(match: { readonly options: readonly { readonly topic: string }[] }): string | undefined {
  return match.options[0]?.topic;
}

function explained(context: Context, words: string, id: string): Reply {
  const knowledge = context.services.knowledge();
  const topic = knowledge.topics.get(id);
  if (!topic) return unknown(context, undefined);
  const { words: telling, concepts, nearest } = explainOf(context)(words, id, written(context.language));
  const label = writeOut(knowledge, topic.label, context.reading);
  const between = context.say('why-between');
  const lines = [
    telling.length > 0 ? context.say('why-words', { words: telling.join(between) }) : undefined,
    concepts.length > 0 ? context.say('why-concepts', { concepts: concepts.join(between) }) : undefined,
    nearest === undefined ? undefined : context.say('why-nearest', { question: nearest }),
  ].filter((line) => line !== undefined);
  const blocks: Block[] = [
    { kind: 'heading', text: context.say('why-heading', { label }) },
    paragraph(lines.length > 0 ? lines.join('\n') : context.say('why-little')),
    paragraph(context.say('why-not-kept')),
  ];
  const others = context.services
    .matcher()
    .rank(words)
    .map((option) => option.topic)
    .filter((other) => other !== id && knowledge.topics.has(other))
    .slice(0, 2);
  return reply(context, {
    blocks,
    buttons: [
      ...[id, ...others].flatMap((it) => topicButton(context, it)),
      button('command', 'wrong', context.say('wrong-button')),
    ],
  });
}

/** There is a topic but no message of which it could be said: a button was pressed, or it is too long ago. */
function unknown(context: Context, topic: string | undefined): Reply {
  return reply(context, {
    blocks: [paragraph(context.say('why-unknown'))],
    buttons:
      topic === undefined
        ? [button('command', 'topics', context.say('button-topics'))]
        : [...topicButton(context, topic), button('command', 'wrong', context.say('wrong-button'))],
  });
}

function abstained(context: Context): Reply {
  return reply(context, {
    blocks: [paragraph(context.say('why-abstained'))],
    buttons: [button('command', 'topics', context.say('button-topics'))],
  });
}
