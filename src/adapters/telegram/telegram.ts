// The Telegram adapter: parse, render and a transport, joined.
import type { Incoming, Origin } from '../../core/incoming.ts';
import type { Log } from '../../core/log.ts';
import type { MenuEntry } from '../../core/menu.ts';
import type { Reply } from '../../core/reply.ts';
import type { Translate } from '../../core/translator.ts';
import type { Adapter, Receive } from '../adapter.ts';
import { type Carried, deepLink } from './deep-link.ts';
import { createTransport, type Library } from './libraries.ts';
import { type Place, parseUpdate, placeOf, pressId, type Self } from './parse.ts';
import { setMenus } from './register.ts';
import { type Call, renderPointer, renderReply } from './render.ts';
import { createSender, described, growing } from './sender.ts';
import { type Answer, meaningOf, type TransportOptions, within, wrongToken } from './transport.ts';

export type TelegramOptions = TransportOptions & {
  readonly library: Library;
  readonly translate: Translate;
  readonly menu: readonly MenuEntry[];
  readonly log: Log;
  /** A clock in ms; it need not know the date. */
  readonly now: () => number;
  /** Waits so many ms. */
  readonly sleep: (ms: number) => Promise<void>;
  /** 0 to 1, for jitter. */
  readonly random?: () => number;
};

/** How long one update may hold up the next ones, in ms. It is finished in the background. */
const longestTurn = 500;

/** How long a stop waits for answers under way, in ms. */
const lastAnswers = 2500;

/** Polling that lasted this long, in ms, was healthy: the next fault starts with a short delay again. */
const healthyPolling = 60_000;

export function createTelegramAdapter(options: TelegramOptions): Adapter {
  const { translate, menu, log, now, sleep, random = Math.random } = options;
  const transport = createTransport(options);
  let stopping = false;
  let self: Self = { id: 0, username: '' };
  const working = new Set<Promise<void>>();
  const sleepers = new Set<() => void>();
  // Not a race against one long-lived promise: that would keep a trace of every pause there ever was.
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        sleepers.delete(wake);
        resolve();
      };
      sleepers.add(wake);
      sleep(ms).then(wake, wake);
    });
  const sender = createSender({ transport, log, now, pause, stopping: () => stopping, random });

  /** Only the name: the words of an error may hold what a person wrote. */
  const failed = (error: unknown) => log.error({ fault: nameOf(error) }, 'Work for Telegram failed');

  /** Does something in the background; `stop` waits for it, and a fault ends in the log. */
  function work(act: () => Promise<void>): Promise<void> {
    const done = act()
      .catch(failed)
      .finally(() => working.delete(done));
    working.add(done);
    return done;
  }

  /** Asks who the bot is until the platform answers; nothing when stopped before. */
  async function reach(): Promise<Self | undefined> {
    for (let attempt = 1; !stopping; attempt += 1) {
      const answer = await transport.me();
      if (answer.ok) return selfIn(answer);
      const meaning = meaningOf(answer.fault);
      if (meaning.kind === 'token') throw wrongToken();
      const wait = meaning.kind === 'wait' ? meaning.seconds * 1000 : growing(attempt, random);
      log.warn({ reason: described(answer.fault), seconds: Math.ceil(wait / 1000) }, 'Telegram is out of reach');
      await pause(wait);
    }
    return undefined;
  }

  async function keepPolling(receive: Receive): Promise<void> {
    for (let attempt = 1; !stopping; attempt += 1) {
      const begun = now();
      const fault = await transport.poll((update) =>
        Promise.race([work(() => handle(update, receive)), pause(longestTurn)]),
      );
      if (stopping) return;
      if (now() - begun > healthyPolling) attempt = 1;
      const reason = fault === undefined ? 'ended' : described(fault);
      const message =
        fault?.kind === 'refused' && fault.code === 409
          ? 'Another process reads the updates of this bot. Stop one of the two'
          : 'Reading updates from Telegram ended and begins again';
      log.warn({ reason }, message);
      await pause(growing(attempt + 1, random));
    }
  }

  async function handle(update: unknown, receive: Receive): Promise<void> {
    const press = pressId(update);
    // At once and whatever follows: until then the person's client shows a spinner.
    if (press !== undefined) work(() => acknowledge(press));
    const incoming = parseUpdate(update, self);
    if (incoming === undefined) return;
    const place = placeOf(update, incoming.origin);
    await receive(incoming, (replies) => show(place, replies, incoming.origin.audience, carriedBy(incoming)));
  }

  async function acknowledge(press: string): Promise<void> {
    const answer = await sender.quiet('answerCallbackQuery', { callback_query_id: press });
    // An old press cannot be answered any more, which does no harm.
    if (!answer.ok) log.debug({ reason: described(answer.fault) }, 'A press could not be acknowledged');
  }

  function show(place: Place, replies: readonly Reply[], audience: Origin['audience'], carried: Carried | undefined) {
    const pointed = audience === 'shared' ? replies.findIndex(({ personal }) => personal) : -1;
    const calls = replies.flatMap((reply, index): readonly Call[] => {
      if (audience === 'private' || !reply.personal) return renderReply(reply, translate);
      return index === pointed
        ? [renderPointer(reply, deepLink(self.username, wayTo(reply) ?? carried), translate)]
        : [];
    });
    return sender.show(
      place.chat,
      calls.map((call, index) => placed(call, place, index === 0)),
    );
  }

  return {
    name: 'telegram',
    async start(receive) {
      const found = await reach();
      if (found === undefined) return;
      self = found;
      keepPolling(receive).catch(failed);
      work(async () => {
        const outcome = await setMenus((method, parameters) => sender.quiet(method, parameters), menu);
        log.info({ outcome }, 'Menu of commands compared with Telegram');
      });
    },
    deliver(to, replies) {
      // A private chat has the id of its person; what is personal goes there alone.
      const chat = replies.some(({ personal }) => personal) ? to.person : to.chat;
      return show({ chat }, replies, 'private', undefined);
    },
    async stop() {
      stopping = true;
      for (const wake of sleepers) wake();
      await transport.stop();
      await within(lastAnswers, Promise.all(working));
    },
  };
}

function placed(call: Call, place: Place, first: boolean): Call {
  const { quotes, topic } = place;
  const quote =
    first && quotes !== undefined
      ? { reply_parameters: { message_id: quotes, allow_sending_without_reply: true } }
      : {};
  const thread = topic === undefined ? {} : { message_thread_id: topic };
  return { ...call, parameters: { ...call.parameters, ...thread, ...quote } };
}

/** Whoever is in danger finds the numbers behind the link, though the words stay in the group. */
function wayTo({ outcome }: Reply): Carried | undefined {
  return outcome.kind === 'crisis' ? { kind: 'press', action: 'topic:crisis' } : undefined;
}

/** What a link into the private chat takes along; the words of a group stay in the group. */
function carriedBy(incoming: Incoming): Carried | undefined {
  if (incoming.kind === 'press') return { kind: 'press', action: incoming.action };
  return incoming.kind === 'command' ? { kind: 'command', name: incoming.name } : undefined;
}

function selfIn(answer: Answer & { ok: true }): Self {
  const { result } = answer;
  if (typeof result !== 'object' || result === null) throw new Error('Telegram does not say who the bot is.');
  const id: unknown = Reflect.get(result, 'id');
  const username: unknown = Reflect.get(result, 'username');
  if (typeof id !== 'number' || typeof username !== 'string') throw new Error('Telegram does not say who the bot is.');
  return { id, username };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
