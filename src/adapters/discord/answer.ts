// Answers to an interaction: acknowledged in time, then shown to whom they are for.
import { Routes } from 'discord.js';
import type { Log } from '../../core/log.ts';
import type { Form, Reply } from '../../core/reply.ts';
import type { Translate } from '../../core/translator.ts';
import type { Delivery, Send } from '../adapter.ts';
import { type Api, code, deliveryOf, type Fault, isExpired, type Method } from './api.ts';
import type { Sleep } from './gateway.ts';
import type { DiscordInteraction } from './parse.ts';
import { type DiscordFile, type DiscordMessage, renderMessages, renderModal } from './render.ts';

export type AnswerTools = {
  readonly api: Api;
  readonly applicationId: string;
  readonly translate: Translate;
  readonly log: Log;
  readonly sleep: Sleep;
};

export type Answer = {
  readonly send: Send;
  /** Asks Discord for more time, unless something has been shown already. */
  defer(): Promise<void>;
  /** Nothing more will be shown: leaves no "thinking" behind. */
  finish(): Promise<void>;
};

/** Numbers of docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-type. */
const callback = { message: 4, deferredMessage: 5, deferredPress: 6, modal: 9 };

/** Seen by one person only (docs.discord.com/developers/resources/message#message-flags). */
const ephemeral = 64;

/** Tries of a request that may be repeated, and the milliseconds between them. */
const tries = 3;
const betweenTries = 250;

type Seen = 'open' | 'deferred' | 'answered' | 'finished';

type Request = { readonly body?: unknown; readonly files?: readonly DiscordFile[]; readonly query?: { wait: 'true' } };

/** Repeats what is harmless to repeat. `onlyDown`: repeat only what surely was not done. */
async function persist(
  { api, sleep }: AnswerTools,
  method: Method,
  route: `/${string}`,
  request: Request,
  onlyDown = false,
): Promise<Fault | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const answered = await api(method, route, { ...request, auth: false });
    if (answered.ok) return;
    const again = answered.fault.kind === 'down' || (answered.fault.kind === 'unknown' && !onlyDown);
    if (!again || attempt === tries) return answered.fault;
    await sleep(betweenTries * attempt);
  }
}

export function answerInteraction(interaction: DiscordInteraction, tools: AnswerTools): Answer {
  const { incoming } = interaction;
  const shared = incoming.origin.audience === 'shared';
  const hidden = (personal: boolean): boolean => shared && (personal || !interaction.share);
  const webhook = Routes.webhook(tools.applicationId, interaction.token);
  const original = Routes.webhookMessage(tools.applicationId, interaction.token);
  let state: Seen = 'open';
  let work: Promise<unknown> = Promise.resolve();

  // Deferring and showing would trip over each other: one at a time.
  function inOrder<Result>(act: () => Promise<Result>): Promise<Result> {
    const next = work.then(act);
    work = next.catch(() => undefined);
    return next;
  }

  async function acknowledge(type: number, data?: unknown, files: readonly DiscordFile[] = []) {
    const route = Routes.interactionCallback(interaction.id, interaction.token);
    const fault = await persist(tools, 'POST', route, { body: { type, data }, files });
    // A repetition finds the first try accepted.
    return fault?.kind === 'refused' && fault.code === code.alreadyAcknowledged ? undefined : fault;
  }

  async function show(message: DiscordMessage, hide: boolean, reply: Reply): Promise<Fault | undefined> {
    const body = { ...message.body, flags: message.body.flags | (hide ? ephemeral : 0) };
    const { files } = message;
    if (state === 'open') {
      state = 'answered';
      return acknowledge(callback.message, body, files);
    }
    if (state === 'deferred') {
      state = 'answered';
      // The visibility of what was deferred is fixed: a personal answer goes into a message of its own.
      if (!hide || hidden(false)) return persist(tools, 'PATCH', original, { body: message.body, files });
      const note = noteMessage(tools.translate(reply.language, 'discord-next-is-private'));
      const fault = await persist(tools, 'PATCH', original, { body: note });
      if (fault) return fault;
    }
    return persist(tools, 'POST', webhook, { body, files, query: { wait: 'true' } }, true);
  }

  async function openForm(form: Form | undefined): Promise<Fault | 'opened' | undefined> {
    // Discord opens a modal only as the first answer, and none as the answer to a modal.
    const modal = state === 'open' && incoming.kind !== 'form' && form ? renderModal(form) : undefined;
    if (!modal) return;
    state = 'answered';
    return (await acknowledge(callback.modal, modal)) ?? 'opened';
  }

  async function showAll(replies: readonly Reply[]): Promise<Delivery> {
    const last = replies.at(-1);
    const form = await openForm(last?.form);
    if (form !== undefined && form !== 'opened') return outcome(form, tools.log);
    for (const reply of form === 'opened' ? replies.slice(0, -1) : replies) {
      for (const message of renderMessages(reply, tools.translate)) {
        const fault = await show(message, hidden(reply.personal), reply);
        if (fault) return outcome(fault, tools.log);
      }
    }
    return { kind: 'delivered' };
  }

  return {
    send: (replies) => inOrder(() => showAll(replies)),
    defer: () =>
      inOrder(async () => {
        if (state !== 'open') return;
        state = 'deferred';
        const fault = await acknowledge(callback.deferredMessage, { flags: hidden(false) ? ephemeral : 0 });
        if (fault) outcome(fault, tools.log);
      }),
    finish: () =>
      inOrder(async () => {
        if (state === 'deferred') await persist(tools, 'DELETE', original, {});
        if (state === 'open' && incoming.kind === 'press') await acknowledge(callback.deferredPress);
        state = 'finished';
      }),
  };
}

/** A message of the adapter's own words. */
export function noteMessage(content: string): DiscordMessage['body'] {
  return { content, allowed_mentions: { parse: [] }, flags: 0 };
}

function outcome(fault: Fault, log: Log): Delivery {
  if (!isExpired(fault)) return deliveryOf(fault);
  log.info({}, 'A Discord interaction expired before it was answered');
  return { kind: 'gone', reason: 'The interaction has expired' };
}
