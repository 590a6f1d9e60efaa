// Whether questions that found no answer may be kept for whoever writes the answers. Off until somebody says yes.
import { type Context, conversationKey, orElse, paragraph, personKey, reply } from '../context.ts';
import { withoutNumbers } from '../letterbox.ts';
import { type Button, button, type Reply } from '../reply.ts';

/** Offered below the first question that found no answer, once a conversation, to people who have not decided. */
export function shareOffer(context: Context): {
  readonly words: readonly string[];
  readonly buttons: readonly Button[];
} {
  const decided = context.preferences.shareUnanswered !== undefined;
  if (decided || context.conversation.offered) return { words: [], buttons: [] };
  return {
    words: [context.say('share-offer')],
    buttons: [button('share', 'yes', context.say('share-yes')), button('share', 'no', context.say('share-no'))],
  };
}

/** Keeps a question that found no answer, when the person has agreed to it; a store that is down keeps nothing. */
export async function shareUnanswered(context: Context, question: string): Promise<void> {
  if (context.preferences.shareUnanswered !== true) return;
  const words = withoutNumbers(question);
  const letter = { kind: 'unanswered', words, language: context.language, day: context.reading.day } as const;
  if (words !== '') await orElse(context.services, () => context.services.letterbox.add(letter), false);
}

/** `yes` or `no`, from a button. The question that led to the offer is kept with a yes. */
export async function decideSharing(context: Context, value: string): Promise<Reply | undefined> {
  if (value !== 'yes' && value !== 'no') return undefined;
  const { services, origin } = context;
  const preferences = { ...context.preferences, shareUnanswered: value === 'yes' };
  const kept = await orElse(
    services,
    async () => {
      await services.preferences.set(personKey(origin), preferences);
      return true;
    },
    false,
  );
  const question = services.recent.get(conversationKey(origin));
  if (kept && question?.found === false) await shareUnanswered({ ...context, preferences }, question.words);
  const said = !kept ? 'not-kept' : value === 'yes' ? 'share-agreed' : 'share-declined';
  return reply(context, {
    blocks: [paragraph(context.say(said))],
    buttons: [button('command', 'topics', context.say('button-topics'))],
  });
}
