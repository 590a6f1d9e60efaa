// What every platform offers to the rest of the bot.
import type { Incoming, Platform } from '../core/incoming.ts';
import type { OpenedChat, Owner } from '../core/reminders.ts';
import type { Reply } from '../core/reply.ts';

/**
 * What became of a message that was handed over. Delivery has outcomes, not exceptions.
 * `gone`: the person blocked the bot or the chat no longer exists. `later`: the platform asked to wait, or is down;
 * nothing was shown; that holds for the whole platform, or for this `message` alone. `unknown`: it may or may not have
 * been shown (the connection broke after sending).
 */
export type Delivery =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'gone'; readonly reason: string }
  | {
      readonly kind: 'later';
      readonly seconds: number;
      readonly reason: string;
      readonly scope?: 'platform' | 'message';
    }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Shows replies to whoever sent the incoming message, in the same chat. */
export type Send = (replies: readonly Reply[]) => Promise<Delivery>;

/** The door into the bot: resolves when the message has been answered (or was seen before). Never rejects. */
export type Receive = (incoming: Incoming, send: Send) => Promise<void>;

export type Adapter = {
  readonly name: Platform;
  /** Resolves when the platform is reached; retries with growing delays while it is not; rejects on a wrong token. */
  start(receive: Receive): Promise<void>;
  /**
   * Shows replies to a person who did not just write. `person` and `chat` are ids that an `Origin` of this platform carried.
   * @param name the same name is the same message: a platform that can, shows it once
   */
  deliver(
    to: { readonly person: string; readonly chat: string },
    replies: readonly Reply[],
    name?: string,
  ): Promise<Delivery>;
  /**
   * Opens a private chat for a person who is there, with a first message, so that `deliver` never opens one. Absent on
   * platforms where every chat may be written to.
   */
  prepare?(to: Pick<Owner, 'person' | 'chat'>, greeting: readonly Reply[]): Promise<OpenedChat>;
  /** Takes nothing new and resolves when the connection is closed. */
  stop(): Promise<void>;
};
