// Browsing: the groups, and the topics of one.

import { topicButton } from '../answer.ts';
import { writeOut } from '../cite.ts';
import { type Context, paragraph, reply } from '../context.ts';
import { inLanguages } from '../menu.ts';
import { button, type Reply } from '../reply.ts';
import type { Command } from './command.ts';

export const topics: Command = {
  name: 'topics',
  option: (translate, choices) => ({
    choices: choices.groups,
    name: 'group',
    required: false,
    description: inLanguages(translate, 'topics-option'),
  }),
  run(context, argument) {
    const knowledge = context.services.knowledge();
    const wanted = argument.trim().toLowerCase();
    const named = knowledge.groups.find((group) =>
      [group.id, group.label.en.toLowerCase(), group.label.zh].includes(wanted),
    );
    if (named) return groupReply(context, named.id) ?? groupsReply(context);
    return groupsReply(context);
  },
};

function groupsReply(context: Context): Reply {
  const knowledge = context.services.knowledge();
  const used = new Set([...knowledge.topics.values()].map((topic) => topic.group));
  const groups = knowledge.groups.filter((group) => used.has(group.id));
  return reply(context, {
    blocks: [paragraph(context.say('topics-intro'))],
    buttons: groups.map((group) => button('group', group.id, writeOut(knowledge, group.label, context.reading))),
  });
}

/** The topics of a group as buttons; undefined for a group that does not exist. */
export function groupReply(context: Context, id: string): Reply | undefined {
  const knowledge = context.services.knowledge();
  const group = knowledge.groups.find((it) => it.id === id);
  const found = [...knowledge.topics.values()].filter((topic) => topic.group === id);
  if (!group || found.length === 0) return undefined;
  return reply(context, {
    blocks: [
      { kind: 'heading', text: writeOut(knowledge, group.label, context.reading) },
      paragraph(context.say('topics-group')),
    ],
    buttons: [
      ...found.flatMap((topic) => topicButton(context, topic.id)),
      button('command', 'topics', context.say('topics-all')),
    ],
  });
}
