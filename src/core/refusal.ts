import { topicButton } from './answer.ts';
import { type Context, paragraph, reply } from './context.ts';
import type { Reply } from './reply.ts';

/** Declines help with wrong-doing in one sentence that says what is lawful instead, with the way there. */
export function refusalReply(context: Context, why: string): Reply {
  return reply(context, {
    blocks: [paragraph(context.say(`refuse-${why}`))],
    buttons: context.services.safety.lawfulTopics(why).flatMap((topic) => topicButton(context, topic)),
    outcome: { kind: 'refuse' },
  });
}
