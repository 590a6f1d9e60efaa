// Where the messages of a sign-up go: a chat that nobody else reads, opened while the person is there.
import { type Context, paragraph, reply } from '../context.ts';
import type { OpenedChat } from '../reminders.ts';
import type { Button, Reply } from '../reply.ts';

export async function openPrivateChat(context: Context): Promise<OpenedChat> {
  const { origin, services, say } = context;
  if (origin.audience === 'private' || !services.openChat) return { kind: 'open', chat: origin.chat };
  return services.openChat(origin, [reply(context, { blocks: [paragraph(say('remind-chat-greeting'))] })]);
}

/** Nothing was kept that could never arrive; the same button tries once more. */
export function notOpened(context: Context, opened: Exclude<OpenedChat, { kind: 'open' }>, again: Button): Reply {
  const words =
    opened.kind === 'closed'
      ? context.say('remind-chat-closed')
      : context.say('remind-chat-later', { minutes: Math.ceil(opened.seconds / 60) });
  return reply(context, { blocks: [paragraph(words)], buttons: [again], personal: true });
}
