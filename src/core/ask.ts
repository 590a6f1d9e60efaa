// Free text: a question becomes an answer, two to four choices, or an honest "not my field".
import type { Match, Option } from '../knowledge/match/matcher.ts';
import { answerAspect, answerPlace, answerTopic, topicButton } from './answer.ts';
import { shareOffer, shareUnanswered } from './commands/share.ts';
import { type Context, conversationKey, paragraph, remember, reply } from './context.ts';
import { button, type Reply } from './reply.ts';

/** From this share on, the next best topic is offered as a button. */
const nearShare = 0.08;

/** Answers a question, with the topic in hand for what only makes sense after it ("how long does that take?"). */
export async function answerQuestion(context: Context, text: string): Promise<Reply> {
  const matcher = context.services.matcher();
  const knowledge = context.services.knowledge();
  const inHand =
    context.conversation.topic === undefined ? undefined : knowledge.topics.get(context.conversation.topic);
  const match = matcher.match(text);
  context.services.recent.set(conversationKey(context.origin), { words: text, found: match.kind !== 'abstain' });
  if (inHand) {
    const aspect = matcher.followUp(text, match);
    if (aspect) {
      const answered = await answerAspect(context, inHand, aspect);
      if (answered) return answered;
    }
  }
  return answerMatch(context, text, match);
}

async function answerMatch(context: Context, text: string, match: Match): Promise<Reply> {
  switch (match.kind) {
    case 'answer':
      // A crisis is noticed before questions are matched: what comes here only sounds like one.
      if (match.topic === 'crisis') return choose(context, [...match.others, match], match.score);
      return answerFound(context, text, match);
    case 'choose':
      return choose(context, match.options, match.score);
    case 'abstain':
      // The language is kept, so that the button below is answered in it.
      await remember(context, {});
      return abstain(context, text, match.score);
    default:
      return match satisfies never;
  }
}

async function choose(context: Context, options: readonly Option[], score: number): Promise<Reply> {
  await remember(context, {});
  return reply(context, {
    blocks: [paragraph(context.say('choose-which'))],
    buttons: options.flatMap((option) => topicButton(context, option.topic)),
    outcome: { kind: 'choose', options: options.map((option) => option.topic), score },
  });
}

async function abstain(context: Context, text: string, score: number): Promise<Reply> {
  await shareUnanswered(context, text);
  const offer = shareOffer(context);
  if (offer.buttons.length > 0) await remember(context, { ...context.conversation, offered: true });
  return reply(context, {
    blocks: [context.say('abstain'), context.say('abstain-what'), ...offer.words].map(paragraph),
    buttons: [button('command', 'topics', context.say('button-topics')), ...offer.buttons],
    outcome: { kind: 'abstain', score },
  });
}

async function answerFound(context: Context, text: string, match: Match & { kind: 'answer' }): Promise<Reply> {
  const named = context.services
    .matcher()
    .placesIn(text)
    .find((place) => place !== 'mainland');
  if (match.topic === 'other-places' && named) {
    const about = answerPlace(context, named);
    if (about) {
      await remember(context, { topic: 'other-places' });
      return about;
    }
  }
  const near = match.others.filter((other) => other.score >= nearShare).map((other) => other.topic);
  const found = await answerTopic(context, match.topic, { score: match.score, near });
  if (!found) throw new Error(`the matcher found ${match.topic}, which is no topic`);
  return found;
}
