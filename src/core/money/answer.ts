import type { Context } from '../context.ts';
import { cost } from '../flows/cost.ts';
import { caseAnswers, plan } from '../flows/plan.ts';
import { startFlow } from '../flows/run.ts';
import type { Reply } from '../reply.ts';
import { isCase, readCase } from './debt-lines.ts';
import { readCost } from './sentence.ts';

/** A sum asked for in plain words, or a case pasted as lines; undefined for everything else. */
export async function answerMoney(context: Context, text: string): Promise<Reply | undefined> {
  // The usual rates and the ceilings are those of the mainland.
  if (context.place !== 'mainland') return undefined;
  const words = context.services.script.simplified(text);
  const sum = readCost(words);
  if (sum) return startFlow(context, cost, sum);
  const pasted = readCase(words, 2);
  return pasted && isCase(pasted) ? startFlow(context, plan, caseAnswers(pasted)) : undefined;
}
