// Free text: a question becomes an answer, two to four choices, or an honest "not my field".
import type { Match } from '../knowledge/match/matcher.ts';
import { answerAspect, answerPlace, answerTopic, topicButton } from './answer.ts';
import { type Context, paragraph, remember, reply } from './context.ts';
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
      return answerFound(context, text, match);
    case 'choose':
      await remember(context, {});
      return reply(context, {
        blocks: [paragraph(context.say('choose-which'))],
        buttons: match.options.flatMap((option) => topicButton(context, option.topic)),
        outcome: { kind: 'choose', options: match.options.map((option) => option.topic), score: match.score },
      });
    case 'abstain':
      // The language is kept, so that the button below is answered in it.
      await remember(context, {});
      return reply(context, {
        blocks: [paragraph(context.say('abstain')), paragraph(context.say('abstain-what'))],
        buttons: [button('command', 'topics', context.say('button-topics'))],
        outcome: { kind: 'abstain', score: match.score },
      });
    default:
      return match satisfies never;
  }
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
