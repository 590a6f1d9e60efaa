import { type ApiClientOptions, Bot, GrammyError, InputFile } from 'grammy';
import {
  type Answer,
  type Fault,
  faultOf,
  pollSeconds,
  standardTimeout,
  stopTimeout,
  type Transport,
  type TransportOptions,
  uploadTimeout,
  wantedUpdates,
  within,
} from './transport.ts';

type Method = (parameters: object, signal?: AbortSignal) => Promise<unknown>;

/** Telegram through grammY. */
export function createGrammyTransport({ token, apiRoot, callTimeout = standardTimeout }: TransportOptions): Transport {
  // The default of 500 s would leave a dead connection unnoticed; this bounds the long poll.
  const client: ApiClientOptions = { apiRoot, timeoutSeconds: pollSeconds + 15 };
  const bot = new Bot(token, { client });
  // grammY types each method by its own parameters; here the name is only known at run time.
  const methods = bot.api.raw as unknown as Readonly<Record<string, Method | undefined>>;
  let onUpdate: (update: unknown) => Promise<void> = async () => undefined;
  let stopped = false;
  bot.use(async (context) => {
    if (!stopped) await onUpdate(context.update);
  });
  let broken: Fault | undefined;
  bot.api.config.use(async (call, method, payload, signal) => {
    try {
      return await call(method, payload, signal);
    } catch (error) {
      if (method !== 'getUpdates') throw error;
      // grammY would wait 3 s in a way that no stop can end; a conflict makes it end the poll, and we wait.
      broken = faultOf(error);
      return { ok: false, error_code: 409, description: 'The long poll broke.' };
    }
  });
  // The handler never rejects; grammY's own handler would write the update to the console.
  bot.catch(() => undefined);

  return {
    me: () =>
      answered(async () => {
        bot.botInfo = await bot.api.getMe();
        return bot.botInfo;
      }),
    call: (method, parameters, upload) =>
      answered(async () => {
        const signal = AbortSignal.timeout(upload === undefined ? callTimeout : uploadTimeout);
        const file = upload === undefined ? {} : { [upload.field]: new InputFile(upload.bytes, upload.name) };
        return methods[method]?.({ ...parameters, ...file }, signal);
      }),
    async poll(handle) {
      if (stopped) return undefined;
      onUpdate = handle;
      broken = undefined;
      const answer = await answered(() => bot.start({ timeout: pollSeconds, allowed_updates: wantedUpdates }));
      return answer.ok || stopped ? undefined : (broken ?? answer.fault);
    },
    async stop() {
      stopped = true;
      // Confirms what was read; without an answer the updates come again and are known by their ids.
      const last = bot.stop().catch(() => undefined);
      await within(stopTimeout, last);
    },
  };
}

async function answered(act: () => Promise<unknown>): Promise<Answer> {
  try {
    return { ok: true, result: await act() };
  } catch (error) {
    return { ok: false, fault: grammyFault(error) };
  }
}

function grammyFault(error: unknown): Fault {
  if (!(error instanceof GrammyError)) return faultOf(error);
  const { error_code: code, description, parameters } = error;
  return {
    kind: 'refused',
    code,
    description,
    ...(parameters.retry_after === undefined ? {} : { retryAfter: parameters.retry_after }),
  };
}
