// Keeps within Telegram's budgets: so many messages a second overall, and fewer in one chat.
import { messagesPerMinuteInGroup, messagesPerSecond, messagesPerSecondInChat } from './limits.ts';

/** Messages that one chat may get at once after a quiet while; a long answer is not held up. */
const burstInChat = 6;

const intervalOverall = 1000 / messagesPerSecond;
const intervalInChat = 1000 / messagesPerSecondInChat;
const intervalInGroup = 60_000 / messagesPerMinuteInGroup;

/** Above this many chats the quiet ones are forgotten. */
const rememberedChats = 5000;

/** Takes a place for one message and tells how long to wait for it, in ms; takes none when that is over `longest`. */
export type Pace = (chat: string, longest: number) => { readonly taken: boolean; readonly wait: number };

/** @param now a clock in ms */
export function createPace(now: () => number): Pace {
  // For each budget, the moment at which everything taken so far is paid back.
  const paid = new Map<string, number>();
  let paidOverall = 0;
  return (chat, longest) => {
    const time = now();
    if (paid.size > rememberedChats) forgetQuiet(paid, time);
    // Groups have negative ids.
    const interval = chat.startsWith('-') ? intervalInGroup : intervalInChat;
    const inChat = Math.max(paid.get(chat) ?? 0, time) + interval;
    const overall = Math.max(paidOverall, time) + intervalOverall;
    const wait = Math.max(0, inChat - burstInChat * interval - time, overall - 1000 - time);
    if (wait > longest) return { taken: false, wait };
    paid.set(chat, inChat);
    paidOverall = overall;
    return { taken: true, wait };
  };
}

function forgetQuiet(paid: Map<string, number>, time: number): void {
  for (const [chat, until] of paid) {
    if (until <= time) paid.delete(chat);
  }
}
