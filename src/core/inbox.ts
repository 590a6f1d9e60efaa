// The door: every update once, in order per chat, and an apology with a reference when something breaks.
import { openContext, paragraph, reply } from './context.ts';
import type { Incoming } from './incoming.ts';
import type { Reply } from './reply.ts';
import { respond } from './respond.ts';
import type { Services } from './services.ts';

/** Shows replies. What became of them is the adapter's to log: a person who cannot be reached is not asked again. */
type Show = (replies: readonly Reply[]) => Promise<{ readonly kind: string }>;

export type Inbox = {
  receive(incoming: Incoming, show: Show): Promise<void>;
  /** Resolves when everything that came in has been answered. */
  idle(): Promise<void>;
};

export function createInbox(services: Services): Inbox {
  const chains = new Map<string, Promise<void>>();
  return {
    receive(incoming, show) {
      const chat = `${incoming.origin.platform}:${incoming.origin.chat}`;
      const work = (chains.get(chat) ?? Promise.resolve()).then(() => handle(incoming, show, services));
      chains.set(chat, work);
      return work.finally(() => {
        if (chains.get(chat) === work) chains.delete(chat);
      });
    },
    async idle() {
      await Promise.all(chains.values());
    },
  };
}

/** Never rejects: the next message of the chat must not suffer from this one. */
async function handle(incoming: Incoming, show: Show, services: Services): Promise<void> {
  try {
    if (await alreadyAnswered(incoming, services)) return;
    const { kind } = await show(await respond(incoming, services));
    await mark(incoming, services);
    if (kind === 'delivered') await noteSaid(incoming, services);
  } catch (error) {
    await apologise(incoming, show, services, error);
  }
}

async function alreadyAnswered(incoming: Incoming, services: Services): Promise<boolean> {
  try {
    return (await services.seen.get(updateKey(incoming))) === 'done';
  } catch (error) {
    services.log.error({ error: nameOf(error) }, 'the store does not answer: an update may be answered twice');
    return false;
  }
}

/** Marked only after showing: a crash in between repeats an answer rather than losing one. */
async function mark(incoming: Incoming, services: Services): Promise<void> {
  try {
    await services.seen.set(updateKey(incoming), 'done');
  } catch (error) {
    services.log.error({ error: nameOf(error) }, 'the store does not answer: an update may be answered twice');
  }
}

/** A reminder that may have been shown before this answer is not repeated after it. */
async function noteSaid(incoming: Incoming, services: Services): Promise<void> {
  try {
    await services.reminders.said(incoming.origin);
  } catch (error) {
    services.log.error({ error: nameOf(error) }, 'the store does not answer: a reminder may be repeated');
  }
}

async function apologise(incoming: Incoming, show: Show, services: Services, error: unknown): Promise<void> {
  const reference = services.newReference();
  services.log.error({ reference, error: nameOf(error), at: placeOf(error) }, 'a message could not be answered');
  try {
    const context = await openContext(incoming, services);
    await show([reply(context, { blocks: [paragraph(context.say('apology', { reference }))] })]);
    await mark(incoming, services);
  } catch (again) {
    services.log.error({ reference, error: nameOf(again) }, 'the apology could not be shown');
  }
}

function updateKey(incoming: Incoming): string {
  return `${incoming.origin.platform}:${incoming.origin.update}`;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** The first line of our own code in the stack: messages of errors may quote what a person wrote, lines cannot. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return (
    error.stack
      ?.split('\n')
      .find((line) => line.includes('/src/'))
      ?.trim()
      .slice(0, 200) ?? ''
  );
}
