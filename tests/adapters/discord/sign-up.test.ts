import { afterEach, beforeEach, expect, test } from 'vitest';
import { createInbox } from '../../../src/core/inbox.ts';
import type { Services } from '../../../src/core/services.ts';
import { chatOpener } from '../../../src/platforms.ts';
import { createDelivering } from '../../../src/reminders/tick.ts';
import { createOutbox } from '../../../src/storage/outbox.ts';
import { startBot as startWholeBot, type TestBot } from '../../bot.ts';
import type { Person } from '../../servers/discord/person.ts';
import { type Bot, makeBot } from './set-up.ts';

let discord: Bot;
let whole: TestBot;
beforeEach(async () => {
  whole = await startWholeBot();
  discord = await makeBot({ translate: whole.services.translate });
  const services: Services = { ...whole.services, openChat: chatOpener(() => [discord.adapter]) };
  await discord.adapter.start(createInbox(services).receive);
});
afterEach(async () => {
  await discord[Symbol.asyncDispose]();
  await whole.stop();
});

const openings = () => discord.server.requests.filter(({ route }) => route === 'POST /users/@me/channels').length;
const owner = (person: Person) => ({ platform: 'discord', person: person.id, chat: 'any' }) as const;
const words = async (person: Person) => (await person.shown()).map(({ text }) => text).join('\n');

/** Uses the command in a server, up to the last button. */
async function signUp(): Promise<Person> {
  const person = discord.server.person({ room: 'guild' });
  person.slash('remind', { what: 'the Blue card on the 25th of every month at 9am' });
  expect(await words(person)).toContain('Blue');
  return person;
}

/** Two days on, with the clock alone changed. */
function deliver() {
  const { store, services } = whole;
  const now = () => Temporal.Instant.from('2026-11-24T01:00:00Z');
  const { database, sealing } = store;
  return createDelivering({
    outbox: createOutbox({ database, sealing, now, calendar: () => 'unknown' }),
    services: { ...services, now },
    adapters: () => [discord.adapter],
    sleep: async () => undefined,
    clock: () => performance.now(),
  }).tick();
}

test('in a server opens the private chat at once, and the reminder goes there without opening one', async () => {
  const person = await signUp();
  expect(openings()).toBe(0);
  person.press('Yes, set it');
  expect(await words(person)).toContain('The messages come to our private chat, not to this channel.');
  expect(openings()).toBe(1);
  expect(await deliver()).toMatchObject({ delivered: 1 });
  expect(openings()).toBe(1);
  expect(
    person
      .in('direct')
      .messages()
      .map(({ text }) => text.split('\n')[0]),
  ).toEqual(['Your reminders will come here.', 'Blue card: due tomorrow']);
  expect(person.messages().every(({ ephemeral }) => ephemeral)).toBe(true);
});

test('in a server says at once when the bot may not write privately, keeps nothing, and the button works later', async () => {
  const person = await signUp();
  discord.server.fail(/^POST .channels.\d+.messages/, { kind: 'refuse', status: 403, code: 50_007 });
  person.press('Yes, set it');
  expect(await words(person)).toContain('I am not allowed to write to you privately');
  expect(await whole.store.reminders.list(owner(person))).toEqual([]);
  person.press('Yes, set it');
  expect(await words(person)).toContain('First message');
  expect(await whole.store.reminders.list(owner(person))).toHaveLength(1);
});

test('in a server asks to wait when Discord opens no more private chats', async () => {
  const person = await signUp();
  discord.server.fail(/channels$/, { kind: 'limit', seconds: 90 });
  person.press('Yes, set it');
  expect(await words(person)).toContain('press the button again in 2 minutes');
  expect(await whole.store.reminders.list(owner(person))).toEqual([]);
});

test('in the private chat opens nothing', async () => {
  const person = discord.server.person();
  person.slash('remind', { what: 'the Blue card on the 25th of every month at 9am' });
  await person.shown();
  person.press('Yes, set it');
  expect(await words(person)).toContain('First message');
  expect(await deliver()).toMatchObject({ delivered: 1 });
  expect(openings()).toBe(0);
});
