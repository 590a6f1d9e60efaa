// What holds for every adapter, registered as tests: adapterContract('name', makeHarness).
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Adapter, Delivery, Receive } from '../../src/adapters/adapter.ts';
import type { Incoming } from '../../src/core/incoming.ts';
import { type Block, type Button, button, type Citation, type Reply } from '../../src/core/reply.ts';

/** One message of the bot as a reader sees it: words without markup. */
export type Shown = {
  readonly text: string;
  /** Labels of the buttons below it; may stay empty where `text` already holds them (a terminal). */
  readonly buttons: readonly string[];
  /** Files and pictures that came with it. `bytes` where the platform's test server keeps them. */
  readonly files: readonly { readonly name: string; readonly bytes?: Uint8Array }[];
};

/** One person in one private chat with the bot, on a platform that runs inside the test. */
export type Harness = {
  /** Made but not started: the contract calls `start` and `stop`. */
  readonly adapter: Adapter;
  /** The ids that `deliver` needs, the same as the origin of what the person writes. */
  readonly person: { readonly person: string; readonly chat: string };
  /** The person writes. Resolves when the platform has taken it, not when the bot has answered. */
  say(text: string): Promise<void>;
  /** The person uses a command; `argument` may be empty. The name `find` with one text argument is always known. */
  command(name: string, argument: string): Promise<void>;
  /** The person presses the newest button with this label. */
  press(label: string): Promise<void>;
  /** All messages of the bot in this chat so far, oldest first. */
  shown(): readonly Shown[];
  /** The person blocks the bot. Only where the platform has this. */
  block?(): void;
  /** From now on the platform takes what is sent and cuts the connection without an answer. */
  cut?(): void;
  /** Frees what the harness holds; the adapter has been stopped before. */
  close(): Promise<void>;
};

/** The command that every harness must make known to its platform, with one text option `topic`. */
export const contractCommand = 'find';

export function adapterContract(name: string, makeHarness: () => Promise<Harness>): void {
  describe(`${name} keeps the contract of an adapter`, () => {
    let harness: Harness;
    let received: Incoming[];

    beforeEach(async () => {
      harness = await makeHarness();
      received = [];
    });
    afterEach(async () => {
      await harness.adapter.stop();
      await harness.close();
    });

    /** Starts the adapter; everything that comes in is noted and answered by `answer`. */
    async function start(answer: (incoming: Incoming) => readonly Reply[]): Promise<Delivery[]> {
      const outcomes: Delivery[] = [];
      const receive: Receive = async (incoming, send) => {
        received.push(incoming);
        const replies = answer(incoming);
        if (replies.length > 0) outcomes.push(await send(replies));
      };
      await harness.adapter.start(receive);
      return outcomes;
    }

    test('a text comes in as it was written and its reply is shown in the same chat', async () => {
      const outcomes = await start(() => [reply([paragraph('An answer about 征信.')])]);
      await harness.say('征信 & <b>credit</b>');
      await until(() => everything(harness).includes('An answer about 征信.'));
      expect(received[0]).toMatchObject({
        kind: 'text',
        text: '征信 & <b>credit</b>',
        origin: { ...harness.person, platform: harness.adapter.name, audience: 'private' },
      });
      expect(received[0]?.origin.update).not.toBe('');
      await until(() => outcomes.length === 1);
      expect(outcomes).toEqual([{ kind: 'delivered' }]);
    });

    test('a command comes in with its name and its argument', async () => {
      await start(() => [reply([paragraph('Found.')])]);
      await harness.command(contractCommand, 'credit report');
      await until(() => everything(harness).includes('Found.'));
      expect(received).toMatchObject([{ kind: 'command', name: contractCommand, argument: 'credit report' }]);
    });

    test('a command without an argument has an empty one', async () => {
      await start(() => []);
      await harness.command(contractCommand, '');
      await until(() => received.length === 1);
      expect(received).toMatchObject([{ kind: 'command', name: contractCommand, argument: '' }]);
    });

    test('every button is shown, and a press comes back as its action', async () => {
      const buttons = [button('topic', 'credit-report', 'Credit report'), button('back', '', 'Back')];
      await start((incoming) =>
        incoming.kind === 'text' ? [reply([paragraph('Which one?')], buttons)] : [reply([paragraph('Pressed.')])],
      );
      await harness.say('hello');
      await until(() => everything(harness).includes('Back'));
      expect(everything(harness)).toContain('Credit report');
      await harness.press('Credit report');
      await until(() => everything(harness).includes('Pressed.'));
      expect(received[1]).toMatchObject({ kind: 'press', action: 'topic:credit-report' });
      expect(received[1]?.origin).toMatchObject(harness.person);
    });

    test('messages of one chat come in in the order in which they were written', async () => {
      await start(() => []);
      const written = ['one', 'two', 'three', 'four', 'five'];
      for (const text of written) await harness.say(text);
      await until(() => received.length === written.length);
      expect(received.map((incoming) => (incoming.kind === 'text' ? incoming.text : ''))).toEqual(written);
      expect(new Set(received.map((incoming) => incoming.origin.update)).size).toBe(written.length);
    });

    test('several replies are shown in their order', async () => {
      await start(() => ['first', 'second', 'third'].map((text) => reply([paragraph(`The ${text} reply.`)])));
      await harness.say('hello');
      await until(() => everything(harness).includes('The third reply.'));
      expect(positions(everything(harness), ['The first reply.', 'The second reply.', 'The third reply.'])).toBe(
        'in order',
      );
    });

    test('every block shows its words, and sources are numbered alike in the words and in the list', async () => {
      await start(() => [sourced]);
      await harness.say('hello');
      await until(() => everything(harness).includes('Second source'));
      const text = everything(harness);
      expect(
        positions(text, ['What counts', 'Plain words', 'First step', 'Second step', 'A claim', 'Be careful']),
      ).toBe('in order');
      expect(text).toMatch(/First step.*\[1\]/);
      expect(text).toMatch(/A claim.*\[2\]\s*\[1\]/);
      expect(text).toMatch(/\[1\] First source/);
      expect(text).toMatch(/\[2\] Second source/);
      expect(text.match(/First source/g)).toHaveLength(1);
    });

    test('a receipt is the last line, below the sources and where there are none', async () => {
      const receipt = 'record-retention · checked 2026-07-01';
      await start((incoming) => [
        incoming.kind === 'text' && incoming.text === 'bare'
          ? { ...reply([paragraph('Advice alone.')]), receipt: 'privacy' }
          : { ...sourced, receipt },
      ]);
      await harness.say('hello');
      await until(() => everything(harness).includes(receipt));
      expect(positions(everything(harness), ['Be careful', '[2] Second source', receipt])).toBe('in order');
      await harness.say('bare');
      await until(() => everything(harness).includes('privacy'));
      expect(positions(everything(harness), [receipt, 'Advice alone.', 'privacy'])).toBe('in order');
    });

    test('words that look like markup are shown as they are', async () => {
      const hostile = '<b>a</b> & **b** _c_ `d` ~~e~~ ||f|| [g](h) @everyone &amp; \\*';
      await start(() => [reply([paragraph(`before ${hostile} after`)])]);
      await harness.say('hello');
      await until(() => everything(harness).includes('after'));
      expect(everything(harness).replaceAll('\u200b', '')).toContain(`before ${hostile} after`);
    });

    test('a long reply is split in order and nothing is lost', async () => {
      const numbers = Array.from({ length: 400 }, (_, index) => `Line ${index} says 逾期不等于坐牢 and a little more.`);
      await start(() => [reply(numbers.map(paragraph), [button('next', '1', 'Go on')])]);
      await harness.say('hello');
      await until(() => everything(harness).includes('Go on'));
      expect(everything(harness).match(/Line \d+ says 逾期不等于坐牢 and a little more\./g)).toEqual(numbers);
    });

    test('a single paragraph longer than a message is shown whole', async () => {
      const words = Array.from({ length: 3000 }, (_, index) => `w${index}`);
      await start(() => [reply([paragraph(words.join(' ')), paragraph('The end.')])]);
      await harness.say('hello');
      await until(() => everything(harness).includes('The end.'));
      expect(everything(harness).match(/w\d+/g)).toEqual(words);
    });

    test('a file and a picture arrive, with the words around them', async () => {
      await start(() => [reply([paragraph('Here they are.'), calendar, picture, paragraph('That was all.')])]);
      await harness.say('hello');
      await until(() => everything(harness).includes('That was all.'));
      const files = harness.shown().flatMap((message) => message.files);
      expect(files.map((file) => file.name)).toContain(calendar.name);
      const bytes = files.find((file) => file.name === calendar.name)?.bytes;
      if (bytes) expect(new Uint8Array(bytes)).toEqual(calendar.bytes);
      expect(everything(harness)).toContain(picture.description);
      expect(everything(harness)).toContain('Here they are.');
    });

    test('a person who did not just write is reached', async () => {
      await start(() => []);
      await harness.say('hello');
      await until(() => received.length === 1);
      expect(await harness.adapter.deliver(harness.person, [reply([paragraph('Card due tomorrow.')])])).toEqual({
        kind: 'delivered',
      });
      await until(() => everything(harness).includes('Card due tomorrow.'));
    });

    test('a fault while answering ends neither the adapter nor the next answer', async () => {
      await start((incoming) => {
        if (incoming.kind === 'text' && incoming.text === 'break') throw new Error('a fault of the test');
        return [reply([paragraph('Still here.')])];
      });
      await harness.say('break');
      await until(() => received.length === 1);
      await harness.say('again');
      await until(() => everything(harness).includes('Still here.'));
    });

    test('somebody who blocked the bot is gone, whether answered or reminded', async () => {
      const outcomes = await start((incoming) =>
        incoming.kind === 'text' && incoming.text === 'blocked' ? [reply([paragraph('Unseen.')])] : [],
      );
      await harness.say('hello');
      await until(() => received.length === 1);
      if (!harness.block) return;
      harness.block();
      expect(await harness.adapter.deliver(harness.person, [reply([paragraph('Unseen.')])])).toMatchObject({
        kind: 'gone',
      });
      await harness.say('blocked');
      await until(() => outcomes.length === 1);
      expect(outcomes[0]?.kind).toBe('gone');
      expect(everything(harness)).not.toContain('Unseen.');
    });

    test('a connection that is cut after sending is an outcome and never an exception', async () => {
      await start(() => []);
      await harness.say('hello');
      await until(() => received.length === 1);
      if (!harness.cut) return;
      harness.cut();
      const delivery = await harness.adapter.deliver(harness.person, [reply([paragraph('Perhaps seen.')])]);
      expect(['unknown', 'later']).toContain(delivery.kind);
    });

    test('it stops within five seconds and takes nothing after that', async () => {
      await start(() => []);
      await harness.say('hello');
      await until(() => received.length === 1);
      const before = performance.now();
      await harness.adapter.stop();
      expect(performance.now() - before).toBeLessThan(5000);
      await harness.say('too late').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(received).toHaveLength(1);
    });
  });
}

/** Waits until something holds, looking every 5 ms; fails after `seconds`. */
export async function until(holds: () => boolean, seconds = 8): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Still not so after ${seconds} s: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** All words, buttons and file names that the person sees, oldest first. */
export function everything(harness: Pick<Harness, 'shown'>): string {
  return harness
    .shown()
    .flatMap((message) => [message.text, ...message.files.map((file) => file.name), ...message.buttons])
    .join('\n');
}

/** A plain English answer made of these blocks. */
export function reply(blocks: readonly Block[], buttons: readonly Button[] = []): Reply {
  return { language: 'en', blocks, buttons, outcome: { kind: 'answer' }, personal: false };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

function positions(text: string, parts: readonly string[]): string {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return `"${part}" is missing or too early in:\n${text}`;
    from = at + part.length;
  }
  return 'in order';
}

function source(id: string, label: string): Citation {
  return { id, label, standing: 'verified', checked: '2026-07-01', stale: false };
}

const sourced: Reply = reply([
  { kind: 'heading', text: 'What counts' },
  paragraph('Plain words'),
  {
    kind: 'steps',
    items: [
      { text: 'First step', citations: [source('a:1', 'First source')] },
      { text: 'Second step', citations: [] },
    ],
  },
  {
    kind: 'claim',
    claim: { text: 'A claim', citations: [source('b:2', 'Second source'), source('a:1', 'First source')] },
  },
  { kind: 'caution', caution: { text: 'Be careful', citations: [source('b:2', 'Second source')] } },
]);

const calendar = {
  kind: 'file',
  name: 'reminders.ics',
  mime: 'text/calendar',
  bytes: new TextEncoder().encode('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'.repeat(40)),
} as const satisfies Block;

/** The smallest PNG, one pixel. */
const picture = {
  kind: 'picture',
  name: 'plan.png',
  description: 'A picture of the plan',
  bytes: Uint8Array.from(
    atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
    (character) => character.charCodeAt(0),
  ),
} as const satisfies Block;
