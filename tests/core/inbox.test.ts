import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createInbox } from '../../src/core/inbox.ts';
import type { Incoming } from '../../src/core/incoming.ts';
import type { Owner } from '../../src/core/reminders.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { Services } from '../../src/core/services.ts';
import { startBot, type TestBot } from '../bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await startBot();
});
afterEach(() => bot.stop());

const text = (words: string, update: string, chat = 'c1'): Incoming => ({
  kind: 'text',
  origin: { platform: 'telegram', person: 'p1', chat, audience: 'private', update },
  text: words,
});
const collect = (shown: Reply[]) => async (replies: readonly Reply[]) => {
  shown.push(...replies);
  return { kind: 'delivered' };
};

describe('the inbox', () => {
  it('answers an update once, also when it comes again after a restart', async () => {
    const shown: Reply[] = [];
    await createInbox(bot.services).receive(text('/help', 'u1'), collect(shown));
    await createInbox(bot.services).receive(text('/help', 'u1'), collect(shown));
    expect(shown).toHaveLength(1);
    await createInbox(bot.services).receive(text('/help', 'u2'), collect(shown));
    expect(shown).toHaveLength(2);
  });

  it('answers the same update once when it comes twice at the same moment', async () => {
    const shown: Reply[] = [];
    const inbox = createInbox(bot.services);
    await Promise.all([
      inbox.receive(text('/help', 'u1'), collect(shown)),
      inbox.receive(text('/help', 'u1'), collect(shown)),
    ]);
    expect(shown).toHaveLength(1);
  });

  it('keeps the order within a chat, and lets another chat pass a slow one', async () => {
    const order: string[] = [];
    const slow = (name: string, milliseconds: number) => async () => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      order.push(name);
      return { kind: 'delivered' };
    };
    const inbox = createInbox(bot.services);
    await Promise.all([
      inbox.receive(text('/help', 'u1'), slow('first', 120)),
      inbox.receive(text('/help', 'u2'), slow('second', 1)),
      inbox.receive(text('/help', 'u3', 'c2'), slow('other chat', 1)),
    ]);
    expect(order).toEqual(['other chat', 'first', 'second']);
  });

  it('apologises with a reference that is in the log, without the words of the message, and goes on', async () => {
    const shown: Reply[] = [];
    const broken: Services = {
      ...bot.services,
      matcher: () => {
        throw new TypeError('cannot read 我欠了三十万');
      },
    };
    await createInbox(broken).receive(text('我欠了三十万怎么办', 'u1'), collect(shown));
    const words = JSON.stringify(shown[0]?.blocks);
    expect(words).toContain('REF1');
    expect(bot.log()).toContain('REF1');
    expect(bot.log()).not.toContain('三十万');
    await createInbox(bot.services).receive(text('/help', 'u2'), collect(shown));
    expect(shown).toHaveLength(2);
  });

  it('still answers when the store is gone', async () => {
    const shown: Reply[] = [];
    await bot.store.close();
    await createInbox(bot.services).receive(text('/help', 'u1'), collect(shown));
    expect(shown).toHaveLength(1);
    expect(bot.log()).toContain('the store does not answer');
  });

  it('notes that something was said in the chat once it was shown', async () => {
    const said: string[] = [];
    const reminders = { ...bot.services.reminders, said: async ({ chat }: Owner) => void said.push(chat) };
    const inbox = createInbox({ ...bot.services, reminders });
    await inbox.receive(text('/help', 'u1', 'shown'), async () => ({ kind: 'delivered' }));
    await inbox.receive(text('/help', 'u2', 'lost'), async () => ({ kind: 'unknown' }));
    expect(said).toEqual(['shown']);
  });

  it('survives a platform that refuses the answer', async () => {
    const inbox = createInbox(bot.services);
    await inbox.receive(text('/help', 'u1'), async () => {
      throw new Error('the platform is gone');
    });
    await inbox.idle();
    expect(bot.log()).toContain('could not be shown');
  });
});
