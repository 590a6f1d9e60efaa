// The queue of updates behind getUpdates: served again until confirmed, one reader at a time.
import type { Refusal } from './telegram-checks.ts';

export type Update = { readonly update_id: number } & Readonly<Record<string, unknown>>;

export type PollResult = { readonly updates: readonly Update[] } | Refusal;

export type UpdateQueue = {
  /** Adds an update of one type, unless the bot said that it does not want the type. Gives its id. */
  add(type: string, content: object): number;
  /** Queues an update once more under the same id, as Telegram may. */
  repeat(id: number): void;
  /** Serves again what was served before, as after a crash of the bot. */
  poll(offset: number, limit: number, seconds: number, gone: AbortSignal): Promise<PollResult>;
  allow(types: readonly string[]): void;
  /** Updates that nobody has confirmed. */
  readonly waiting: () => readonly Update[];
};

const conflict: Refusal = {
  code: 409,
  description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
};

export function createUpdateQueue(): UpdateQueue {
  let updates: Update[] = [];
  const all = new Map<number, Update>();
  let nextId = 700_001;
  let allowed: readonly string[] = [];
  let wake: (result?: Refusal) => void = () => undefined;

  return {
    waiting: () => updates,
    allow(types) {
      allowed = types;
    },
    add(type, content) {
      const update = { update_id: nextId, [type]: content };
      nextId += 1;
      all.set(update.update_id, update);
      if (allowed.length === 0 || allowed.includes(type)) updates.push(update);
      wake();
      return update.update_id;
    },
    repeat(id) {
      const update = all.get(id);
      if (update && !updates.includes(update)) updates.unshift(update);
      wake();
    },
    async poll(offset, limit, seconds, gone) {
      updates = updates.filter(({ update_id: id }) => id >= offset);
      // A new reader ends the old one, as at Telegram.
      wake(conflict);
      if (updates.length === 0 && seconds > 0) {
        const refusal = await new Promise<Refusal | undefined>((resolve) => {
          const timer = setTimeout(() => wake(), seconds * 1000);
          const leave = () => wake();
          wake = (result) => {
            clearTimeout(timer);
            gone.removeEventListener('abort', leave);
            wake = () => undefined;
            resolve(result);
          };
          gone.addEventListener('abort', leave);
        });
        if (refusal !== undefined) return refusal;
      }
      return { updates: updates.slice(0, limit) };
    },
  };
}
