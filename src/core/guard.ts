// Looks at every word that comes in before anything else does: a crisis, a wish for wrong-doing, a secret posted.
import { checkForm } from './check/answer.ts';
import { type Context, paragraph, reply } from './context.ts';
import { crisisReply } from './crisis.ts';
import { todayOf } from './deadline/answer.ts';
import type { Incoming } from './incoming.ts';
import { refusalReply } from './refusal.ts';
import type { Reply } from './reply.ts';
import { spokenTool } from './spoken-tools.ts';

export type Guarded =
  /** Nothing else may answer this message. */
  | { readonly kind: 'answered'; readonly reply: Reply }
  /** What is left to be answered, and what is to be said before the answer. */
  | { readonly kind: 'go-on'; readonly incoming: Incoming; readonly notice?: string };

export function guard(context: Context, incoming: Incoming): Guarded {
  const words = wordsOf(incoming);
  const found = context.services.safety.assess(words);
  switch (found?.kind) {
    case undefined:
      return { kind: 'go-on', incoming };
    case 'crisis':
      // "Drop dead" in a collector's message is theirs; "I" may be the person who sends it to us.
      if (isQuoted(context, incoming) && !firstPerson.test(words)) return { kind: 'go-on', incoming };
      return { kind: 'answered', reply: crisisReply(context, found) };
    case 'refuse':
      if (isQuoted(context, incoming)) return { kind: 'go-on', incoming };
      return { kind: 'answered', reply: refusalReply(context, found.why) };
    case 'secret':
      return {
        kind: 'go-on',
        incoming: withoutSecrets(context, incoming),
        notice: context.say('secret-posted', { what: context.say(`secret-${found.what}`) }),
      };
    default:
      return found satisfies never;
  }
}

/** Puts what must be said first above an answer; with it, the answer is for one person alone. */
export function withNotice(context: Context, replies: readonly Reply[], notice: string | undefined): readonly Reply[] {
  const [first, ...rest] = replies;
  if (notice === undefined || !first) return replies;
  const { form: _, ...plain } = first;
  const { blocks } = reply(context, { blocks: [paragraph(notice)] });
  return [{ ...plain, blocks: [...blocks, ...first.blocks], personal: true }, ...rest];
}

const firstPerson = /我|俺|\b(?:i|me|my|i'm|im)\b/i;

/** The words are those of a collector, agency or lender, and are to be checked. */
function isQuoted(context: Context, incoming: Incoming): boolean {
  const { conversation, services } = context;
  switch (incoming.kind) {
    case 'command':
      return incoming.name === checkForm;
    case 'form':
      return incoming.form === checkForm;
    case 'text':
      return (
        conversation.form === checkForm ||
        /^[/／]check\s/i.test(incoming.text) ||
        spokenTool(services.script.simplified(incoming.text), services.knowledge(), todayOf(context))?.tool === 'check'
      );
    case 'press':
    case 'due':
      return false;
    default:
      return incoming satisfies never;
  }
}

function wordsOf(incoming: Incoming): string {
  switch (incoming.kind) {
    case 'text':
      return incoming.text;
    case 'command':
      return incoming.argument;
    case 'form':
      return Object.values(incoming.answers).join('\n');
    case 'press':
    case 'due':
      return '';
    default:
      return incoming satisfies never;
  }
}

function withoutSecrets(context: Context, incoming: Incoming): Incoming {
  const rest = (text: string): string => {
    const found = context.services.safety.assess(text);
    return found?.kind === 'secret' ? found.rest : text;
  };
  switch (incoming.kind) {
    case 'text':
      return { ...incoming, text: rest(incoming.text) };
    case 'command':
      return { ...incoming, argument: rest(incoming.argument) };
    case 'form': {
      const answers = Object.entries(incoming.answers).map(([field, answer]) => [field, rest(answer)]);
      return { ...incoming, answers: Object.fromEntries(answers) };
    }
    case 'press':
    case 'due':
      return incoming;
    default:
      return incoming satisfies never;
  }
}
