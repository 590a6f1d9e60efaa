// The real yearly rate of a loan, from what was received and what is paid back.
import type { Fen, Rate } from '../../rules/money.ts';
import { yearly } from '../../rules/rates.ts';
import { realRate, simpleRate } from '../../rules/real-rate.ts';
import { type Context, paragraph, reply } from '../context.ts';
import type { Answers } from '../flows/flow.ts';
import { type Block, button, type Reply } from '../reply.ts';
import { againstRate, claimBlock, lastKnown, rateOn } from './law.ts';
import { amountWords, rateWords } from './words.ts';

type Found = { readonly simple: Rate; readonly effective: Rate };

/** @param answers received, way, back, and months or term */
export async function realRateResult(context: Context, answers: Answers): Promise<Reply> {
  const { say, language } = context;
  const received = Number(answers.received);
  const back = Number(answers.back);
  const count = answers.way === 'monthly' ? Number(answers.months) : 1;
  const money = (fen: Fen) => amountWords(fen, language);
  const rate = rateOf(answers, received, back);
  const values = { received: money(received), back: money(back), months: count, days: Number(answers.term ?? 0) };
  const blocks: Block[] = [
    { kind: 'heading', text: say(answers.way === 'monthly' ? 'real-heading-monthly' : 'real-heading-once', values) },
    paragraph(
      rate
        ? say('real-rate', {
            simple: rateWords(rate.simple),
            effective: rateWords(rate.effective),
            more: money(back * count - received),
          })
        : say('real-none'),
    ),
    ...(rate ? lines(context, rate.simple) : []),
    paragraph(say(answers.way === 'monthly' ? 'real-assumed-monthly' : 'real-assumed-once')),
    paragraph(say('answer-not-advice')),
  ];
  return reply(context, {
    blocks,
    buttons: [
      button('topic', 'interest-too-high', say('real-too-high')),
      button('facts', 'interest-too-high', say('facts-button')),
    ],
    outcome: { kind: 'answer', topic: 'interest-too-high' },
    personal: true,
  });
}

function rateOf({ way, months, term }: Answers, received: Fen, back: Fen): Found | undefined {
  if (way === 'monthly') {
    const payments = Array.from({ length: Number(months) }, (_, month) => ({ at: month + 1, amount: -back }));
    const rate = realRate([{ at: 0, amount: received }, ...payments], 'month');
    return rate && { simple: yearly(rate.periodic, 'month'), effective: rate.effective };
  }
  const rate = realRate(
    [
      { at: 0, amount: received },
      { at: Number(term), amount: -back },
    ],
    'day',
  );
  return rate && { simple: simpleRate(received, back, Number(term)), effective: rate.effective };
}

/** Against the line of licensed lenders, and four times the LPR as far as it is known. */
function lines(context: Context, rate: Rate): readonly Block[] {
  const line = rateOn(context, 'court-cut-percent', context.reading.day);
  const cap = lastKnown(context, 'private-loan-cap');
  return [
    ...claimBlock(context, 'interest-too-high', 'financial-line'),
    ...(line ? [paragraph(againstRate(context, rate, line))] : []),
    ...claimBlock(context, 'interest-too-high', 'private-cap'),
    ...(cap
      ? [
          paragraph(
            context.say('real-private', {
              line: rateWords(cap.rate),
              from: cap.from,
              until: cap.until ?? context.reading.day,
            }),
          ),
        ]
      : []),
    ...claimBlock(context, 'interest-too-high', 'no-upfront'),
  ];
}
