import { Telegraf, Telegram, TelegramError } from 'telegraf';
import type { Upload } from './render.ts';
import {
  type Answer,
  type Fault,
  faultOf,
  standardTimeout,
  stopTimeout,
  type Transport,
  type TransportOptions,
  uploadTimeout,
  wantedUpdates,
  within,
} from './transport.ts';

type Method = (method: string, parameters: object) => Promise<unknown>;

/** telegraf polls for 50 s at a time; it leaves a dead connection unnoticed for 500 s. In ms. */
const pollTimeout = 65_000;

/** Telegram through telegraf. */
export function createTelegrafTransport({
  token,
  apiRoot,
  callTimeout = standardTimeout,
}: TransportOptions): Transport {
  const stopped = new AbortController();
  const bot = new Telegraf(token, { handlerTimeout: pollTimeout });
  // Without the slash at the end telegraf drops a path in the address.
  bot.telegram = new BoundedTelegram(token, `${apiRoot}/`, callTimeout, stopped.signal);
  const api: { readonly callApi: unknown } = bot.telegram;
  // telegraf types each method by its own parameters; here the name is only known at run time.
  const callMethod = (api.callApi as Method).bind(bot.telegram);
  let onUpdate: (update: unknown) => Promise<void> = async () => undefined;
  bot.use(async (context) => {
    if (!stopped.signal.aborted) await onUpdate(context.update);
  });
  // The handler never rejects; telegraf's own handler would write the update to the console.
  bot.catch(() => undefined);
  let polling: Promise<unknown> = Promise.resolve();

  return {
    me: () =>
      answered(async () => {
        bot.botInfo = await bot.telegram.getMe();
        return bot.botInfo;
      }),
    call: (method, parameters, upload) =>
      upload === undefined
        ? answered(() => callMethod(method, parameters))
        : uploaded(`${apiRoot}/bot${token}/${method}`, parameters, upload),
    async poll(handle) {
      onUpdate = handle;
      // Resolves only when polling ends.
      const launched = answered(() => bot.launch({ allowedUpdates: [...wantedUpdates] }));
      polling = launched;
      const answer = await launched;
      if (stopped.signal.aborted) return undefined;
      return answer.ok ? { kind: 'cut', description: 'a silent connection' } : answer.fault;
    },
    async stop() {
      // bot.stop() throws while the launch is under way; ending the poll itself works at any time.
      stopped.abort();
      await within(stopTimeout, polling);
    },
  };
}

/** Calls end after a while, and long polls at the stop. */
class BoundedTelegram extends Telegram {
  readonly #callTimeout: number;
  readonly #stopped: AbortSignal;

  constructor(token: string, apiRoot: string, callTimeout: number, stopped: AbortSignal) {
    super(token, { apiRoot });
    this.#callTimeout = callTimeout;
    this.#stopped = stopped;
  }

  override callApi: Telegram['callApi'] = async (method, parameters) => {
    const isLongPoll = method === 'getUpdates' && 'timeout' in parameters;
    const signal = isLongPoll
      ? AbortSignal.any([this.#stopped, AbortSignal.timeout(pollTimeout)])
      : AbortSignal.timeout(this.#callTimeout);
    try {
      // The type is of a stand-in for AbortSignal; the code takes any.
      return await super.callApi(method, parameters, { signal } as Parameters<Telegram['callApi']>[2]);
    } catch (error) {
      // telegraf would wait 5 s in a way that no stop can end; any other name makes it end the poll, and we wait.
      const isNetwork = error instanceof Error && error.name === 'FetchError';
      throw isLongPoll && isNetwork ? new Error('The long poll broke.', { cause: error }) : error;
    }
  };
}

/** telegraf 4.16.3 never ends the body of an upload on Node 26, so uploads go without it. */
async function uploaded(address: string, parameters: object, upload: Upload): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(parameters)) {
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  form.set(upload.field, new File([new Uint8Array(upload.bytes)], upload.name, { type: upload.mime }));
  try {
    const signal = AbortSignal.timeout(uploadTimeout);
    const response = await fetch(address, { method: 'POST', body: form, signal });
    const body: unknown = await response.json().catch(() => undefined);
    return answerIn(body, response.status);
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

function answerIn(body: unknown, status: number): Answer {
  if (typeof body !== 'object' || body === null) {
    return {
      ok: false,
      fault: { kind: 'refused', code: Math.max(500, status), description: 'an answer that is not JSON' },
    };
  }
  if ('ok' in body && body.ok === true && 'result' in body) return { ok: true, result: body.result };
  const description = 'description' in body && typeof body.description === 'string' ? body.description : '';
  const parameters = 'parameters' in body ? body.parameters : undefined;
  return { ok: false, fault: refusal(status, description, parameters) };
}

async function answered(act: () => Promise<unknown>): Promise<Answer> {
  try {
    return { ok: true, result: await act() };
  } catch (error) {
    if (!(error instanceof TelegramError)) return { ok: false, fault: faultOf(error) };
    return { ok: false, fault: refusal(error.code, error.description, error.parameters) };
  }
}

function refusal(code: number, description: string, parameters: unknown): Fault {
  const wait =
    typeof parameters === 'object' && parameters !== null && 'retry_after' in parameters
      ? parameters.retry_after
      : undefined;
  return { kind: 'refused', code, description, ...(typeof wait === 'number' ? { retryAfter: wait } : {}) };
}
