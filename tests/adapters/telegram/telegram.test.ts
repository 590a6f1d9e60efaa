import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Adapter, Delivery } from '../../../src/adapters/adapter.ts';
import type { TelegramOptions } from '../../../src/adapters/telegram/telegram.ts';
import type { Incoming } from '../../../src/core/incoming.ts';
import { type Block, button, type Reply } from '../../../src/core/reply.ts';
import { paragraph, reply } from '../../contracts/adapter.ts';
import { type Person, startTelegramServer, type TelegramServer } from '../../servers/telegram.ts';
import { adapterFor, hurried, libraries } from './harness.ts';

describe.each(libraries)('Telegram over %s', (library) => {
  let server: TelegramServer;
  let person: Person;
  let adapters: Adapter[];
  let lines: string[];
  let received: Incoming[];
  let outcomes: Delivery[];
  let to: { readonly person: string; readonly chat: string };

  beforeEach(async () => {
    server = await startTelegramServer();
    person = server.person();
    to = { person: String(person.id), chat: String(person.id) };
    adapters = [];
    lines = [];
    received = [];
    outcomes = [];
  });
  afterEach(async () => {
    await Promise.all(adapters.map((adapter) => adapter.stop()));
    await server.close();
    // Whatever happened: the token is in no line of the log and in no reason.
    expect(`${lines.join('\n')}${JSON.stringify(outcomes)}`).not.toContain(server.token.split(':')[1]);
  });

  function create(changes: Partial<TelegramOptions> = {}): Adapter {
    const made = adapterFor(server, library, changes);
    adapters.push(made.adapter);
    lines = made.lines;
    return made.adapter;
  }

  async function start(answer: (incoming: Incoming) => readonly Reply[], changes: Partial<TelegramOptions> = {}) {
    const adapter = create(changes);
    await adapter.start(async (incoming, send) => {
      received.push(incoming);
      const replies = answer(incoming);
      if (replies.length > 0) outcomes.push(await send(replies));
    });
    return adapter;
  }

  async function delivered(adapter: Adapter, ...blocks: readonly Block[]): Promise<Delivery> {
    const delivery = await adapter.deliver(to, [reply(blocks)]);
    outcomes.push(delivery);
    return delivery;
  }

  const sent = (method = 'sendMessage') => server.calls.filter((call) => call.method === method);
  const refusal = (code: number, description: string) => ({ kind: 'refuse', code, description }) as const;

  describe('the start', () => {
    test.each([
      ['wrong', '110201543:BBHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw9'],
      ['malformed', 'no-token-at-all'],
    ])('with a %s token is refused in one line without the token', async (_, token) => {
      const start = create({ token }).start(async () => undefined);
      const error: unknown = await start.catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(Error);
      const { message, stack } = error as Error;
      expect(message).toMatch(/^Telegram does not accept TELEGRAM_BOT_TOKEN\. [^\n]+$/);
      expect(stack).toBe(message);
      expect(message + lines.join()).not.toContain(token);
    });

    test('waits until the platform is up', async () => {
      await server.down();
      const starting = start(() => []);
      await server.until(() => lines.some((line) => line.includes('out of reach')));
      await server.up();
      await starting;
      person.says('hello');
      await server.until(() => received.length === 1);
    });

    test('that is waiting for the platform ends at a stop', async () => {
      await server.down();
      const adapter = create();
      const starting = adapter.start(async () => undefined);
      await server.until(() => lines.length > 0);
      await adapter.stop();
      await starting;
    });

    test('survives refusals and gateway pages', async () => {
      server.fault('getMe', { kind: 'page', code: 502 });
      server.fault('getMe', {
        kind: 'refuse',
        code: 429,
        description: 'Too Many Requests: retry after 5',
        retryAfter: 5,
      });
      server.fault('getMe', { kind: 'drop', when: 'before' });
      await start(() => []);
      expect(sent('getMe').length).toBeGreaterThanOrEqual(4);
    });

    test('asks for messages and presses only', async () => {
      await start(() => []);
      person.edits('changed');
      person.says('hello');
      await server.until(() => received.length === 1);
      expect(received).toMatchObject([{ kind: 'text', text: 'hello' }]);
    });
  });

  describe('the menu', () => {
    test('is set at the first start in English and Chinese, and left alone at the next', async () => {
      await start(() => []);
      await server.until(() => sent('setMyCommands').length === 2);
      expect(server.commands()).toEqual([
        { command: 'find', description: 'Find an answer' },
        { command: 'privacy', description: 'Your data' },
      ]);
      expect(server.commands('zh')).toContainEqual({ command: 'find', description: '查找答案' });
      await adapters[0]?.stop();
      await start(() => []);
      await server.until(() => lines.some((line) => line.includes('unchanged')));
      expect(sent('setMyCommands')).toHaveLength(2);
    });
  });

  describe('sending', () => {
    test('a file and a picture arrive byte by byte, with name, caption and button', async () => {
      const adapter = await start(() => []);
      const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7) % 256);
      const answer = reply(
        [
          { kind: 'picture', name: 'plan.png', bytes, description: '还款计划 <图>' },
          { kind: 'file', name: 'reminders.ics', mime: 'text/calendar', bytes },
        ],
        [button('next', '1', 'Go on')],
      );
      expect(await adapter.deliver(to, [answer])).toEqual({ kind: 'delivered' });
      const [picture, file] = person.messages();
      expect(picture).toMatchObject({ text: '还款计划 <图>', file: { kind: 'photo', name: 'plan.png' } });
      expect(file).toMatchObject({
        file: { kind: 'document', name: 'reminders.ics' },
        buttons: [[{ action: 'next:1' }]],
      });
      expect(Buffer.compare(picture?.file?.bytes ?? new Uint8Array(), bytes)).toBe(0);
      expect(Buffer.compare(file?.file?.bytes ?? new Uint8Array(), bytes)).toBe(0);
    });

    test('faults of an upload are outcomes like all others', async () => {
      const adapter = await start(() => []);
      const file: Block = { kind: 'file', name: 'a.ics', mime: 'text/calendar', bytes: new Uint8Array([1, 2]) };
      server.fault('sendDocument', { kind: 'refuse', code: 429, description: 'Too Many Requests', retryAfter: 1 });
      server.fault('sendDocument', { kind: 'page', code: 502 });
      expect(await delivered(adapter, file)).toEqual({ kind: 'delivered' });
      server.fault('sendDocument', { kind: 'drop', when: 'after' });
      expect(await delivered(adapter, file)).toMatchObject({ kind: 'unknown' });
      expect(person.messages()).toHaveLength(2);
      person.blocks();
      expect(await delivered(adapter, file)).toMatchObject({ kind: 'gone' });
    });

    test('a 429 is waited out, for every chat alike', async () => {
      const adapter = await start(() => []);
      const other = server.person();
      server.fault('sendMessage', { kind: 'refuse', code: 429, description: 'Too Many Requests', retryAfter: 10 });
      const begun = hurried.now();
      const first = delivered(adapter, paragraph('first'));
      await server.until(() => sent().length === 1);
      await server.until(() => lines.some((line) => line.includes('asks to wait')));
      const second = await adapter.deliver({ person: String(other.id), chat: String(other.id) }, [
        reply([paragraph('second')]),
      ]);
      expect(hurried.now() - begun).toBeGreaterThanOrEqual(9_500);
      expect([await first, second]).toEqual([{ kind: 'delivered' }, { kind: 'delivered' }]);
      expect(sent()).toHaveLength(3);
    });

    test('a 429 that asks for too long a wait is put off, and so is everything until then', async () => {
      const adapter = await start(() => []);
      server.fault('sendMessage', { kind: 'refuse', code: 429, description: 'Too Many Requests', retryAfter: 300 });
      const first = await delivered(adapter, paragraph('first'));
      expect(first).toMatchObject({ kind: 'later' });
      expect(first.kind === 'later' && first.seconds).toBeGreaterThan(250);
      expect(await delivered(adapter, paragraph('second'))).toMatchObject({ kind: 'later' });
      expect(sent()).toHaveLength(1);
    });

    test('a server error is tried again, and put off when it lasts', async () => {
      const adapter = await start(() => []);
      server.fault('sendMessage', refusal(500, 'Internal Server Error'));
      server.fault('sendMessage', { kind: 'page', code: 502 });
      expect(await delivered(adapter, paragraph('first'))).toEqual({ kind: 'delivered' });
      server.fault('sendMessage', refusal(500, 'Internal Server Error'), 20);
      expect(await delivered(adapter, paragraph('second'))).toMatchObject({ kind: 'later', seconds: 60 });
      expect(sent()).toHaveLength(3 + 4);
      expect(person.messages()).toHaveLength(1);
    });

    test('a platform that is out of reach puts off', async () => {
      const adapter = await start(() => []);
      await server.down();
      expect(await delivered(adapter, paragraph('first'))).toMatchObject({ kind: 'later' });
    });

    test.each(['before', 'after'] as const)(
      'a connection cut %s the message was shown leaves it unknown and is never repeated',
      async (when) => {
        const adapter = await start(() => []);
        server.fault('sendMessage', { kind: 'drop', when });
        expect(await delivered(adapter, paragraph('first'))).toMatchObject({ kind: 'unknown' });
        expect(sent()).toHaveLength(1);
        expect(person.messages()).toHaveLength(when === 'after' ? 1 : 0);
      },
    );

    test('a platform that stays silent leaves it unknown', async () => {
      const adapter = await start(() => [], { callTimeout: 150 });
      server.fault('sendMessage', { kind: 'slow', ms: 400 });
      expect(await delivered(adapter, paragraph('first'))).toMatchObject({ kind: 'unknown' });
      expect(sent()).toHaveLength(1);
    });

    test.each([
      refusal(403, 'Forbidden: bot was blocked by the user'),
      refusal(403, 'Forbidden: user is deactivated'),
      refusal(400, 'Bad Request: chat not found'),
      refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat'),
    ])('$description means gone', async (fault) => {
      const adapter = await start(() => []);
      server.fault('sendMessage', fault);
      expect(await delivered(adapter, paragraph('first'))).toEqual({ kind: 'gone', reason: fault.description });
    });

    test('formatting that Telegram cannot read is sent once more as plain text', async () => {
      const adapter = await start(() => []);
      server.fault('sendMessage', refusal(400, "Bad Request: can't parse entities: Unsupported start tag"));
      expect(await delivered(adapter, { kind: 'heading', text: 'A < B' }, paragraph('Words.'))).toEqual({
        kind: 'delivered',
      });
      expect(sent()[1]?.parameters).not.toHaveProperty('parse_mode');
      expect(person.messages()[0]).toMatchObject({ text: 'A < B\n\nWords.', entities: [] });
    });

    test('a message that Telegram refuses for our mistake is put off and in the log', async () => {
      const adapter = await start(() => []);
      server.fault('sendMessage', refusal(400, 'Bad Request: BUTTON_TYPE_INVALID'));
      expect(await delivered(adapter, paragraph('Words.'))).toMatchObject({ kind: 'later', seconds: 3600 });
      expect(lines.filter((line) => line.startsWith('error'))).toHaveLength(1);
      expect(lines.join()).not.toContain('Words.');
    });

    test('an outage in the middle of a long answer is unknown, because a part was shown', async () => {
      const adapter = await start(() => []);
      const long = Array.from({ length: 3 }, () => paragraph('x'.repeat(4000)));
      server.fault('sendMessage', { kind: 'slow', ms: 1 });
      server.fault('sendMessage', refusal(500, 'Internal Server Error'), 20);
      expect(await delivered(adapter, ...long)).toMatchObject({ kind: 'unknown' });
      expect(person.messages()).toHaveLength(1);
    });

    test('a reply with nothing to see shows nothing and is no fault', async () => {
      const adapter = await start(() => []);
      expect(await delivered(adapter, paragraph(' \u200b '))).toEqual({ kind: 'delivered' });
      expect(sent()).toHaveLength(0);
    });
  });

  describe('presses', () => {
    const offer = () => [reply([paragraph('Which one?')], [button('topic', 'a', 'Yes')])];
    const press = async (where = {}) => {
      person.says('hello');
      await person.reads('Which one?');
      person.presses('Yes', where);
    };

    test('are answered, also when the work fails', async () => {
      await start((incoming) => {
        if (incoming.kind === 'press') throw new Error('a fault of the test');
        return offer();
      });
      await press();
      await server.until(() => received.length === 2 && server.answeredPresses.size === 1);
      await server.until(() => lines.some((line) => line.startsWith('error')));
      expect(lines.join()).not.toContain('a fault of the test');
    });

    test('of an old message work', async () => {
      await start((incoming) => (incoming.kind === 'press' ? [reply([paragraph('Pressed.')])] : offer()));
      await press({ old: true });
      await person.reads('Pressed.');
    });

    test('that nobody understands are answered too', async () => {
      await start(() => []);
      person.sendsAction('');
      await server.until(() => server.answeredPresses.size === 1);
      expect(received).toEqual([]);
    });

    test('that are too old to be answered do no harm', async () => {
      await start((incoming) => [reply([paragraph(`Got ${incoming.kind}.`)])]);
      server.inject('callback_query', {
        id: 'from-yesterday',
        from: { id: person.id, is_bot: false },
        data: 'topic:a',
        message: { message_id: 1, date: 0, chat: { id: person.id, type: 'private' } },
      });
      await person.reads('Got press.');
      expect(lines.filter((line) => /^(warn|error)/.test(line))).toEqual([]);
    });
  });

  describe('in a group', () => {
    test('the answer quotes the question and stays in its topic', async () => {
      await start(() => [
        reply([paragraph('x'.repeat(4000)), paragraph('Second part, long enough to be one. '.repeat(10))]),
      ]);
      const group = server.group({ forum: true });
      person.says('talk among people', { in: group });
      person.says('@debt_guide_bot what now', { in: group, topic: 77 });
      await server.until(() => group.messages().length === 2);
      expect(received).toHaveLength(1);
      const [first, second] = group.messages();
      expect(first).toMatchObject({ topic: 77, quotes: expect.any(Number) });
      expect(second).toMatchObject({ topic: 77 });
      expect(second).not.toHaveProperty('quotes');
    });

    test('a personal answer is not shown; a link carries the press into the private chat', async () => {
      const personal = { ...reply([paragraph('You owe 12,000.')]), personal: true };
      await start((incoming) =>
        incoming.kind === 'text'
          ? [reply([paragraph('Choose.')], [button('facts', 'mine', 'My plan')])]
          : [personal, personal],
      );
      const group = server.group();
      person.says('@debt_guide_bot help', { in: group });
      await server.until(() => group.messages().length === 1);
      person.presses('My plan', { in: group });
      await server.until(() => group.messages().length === 2);
      const pointer = group.messages()[1];
      expect(pointer?.text).toContain('for you alone');
      const [link] = pointer?.buttons.flat() ?? [];
      const { pathname, searchParams } = new URL(link?.url ?? '');
      expect(pathname).toBe('/debt_guide_bot');
      person.says(`/start ${searchParams.get('start')}`);
      await person.reads('You owe 12,000.');
      expect(received.at(-1)).toMatchObject({ kind: 'press', action: 'facts:mine', origin: { audience: 'private' } });
      expect(JSON.stringify(group.messages())).not.toContain('12,000');
    });

    test('a personal answer to a command leads to the same command, one to words only to the chat', async () => {
      await start(() => [{ ...reply([paragraph('Secret.')]), personal: true }]);
      const group = server.group();
      person.says('/find@debt_guide_bot something private', { in: group });
      person.says('@debt_guide_bot something private', { in: group });
      await server.until(() => group.messages().length === 2);
      const starts = group
        .messages()
        .map(({ buttons }) => new URL(buttons[0]?.[0]?.url ?? '').searchParams.get('start'));
      expect(starts[1]).toBe('start');
      person.says(`/start ${starts[0]}`);
      await person.reads('Secret.');
      expect(received.at(-1)).toMatchObject({ kind: 'command', name: 'find', argument: '' });
    });

    test('whoever is in danger in a group finds the numbers behind the link', async () => {
      await start((incoming) => [
        {
          ...reply([paragraph(incoming.kind === 'press' ? 'Call 110.' : 'I am glad you wrote this.')]),
          outcome: { kind: 'crisis', topic: 'crisis' },
          personal: true,
        },
      ]);
      const group = server.group();
      person.says('@debt_guide_bot i want to die', { in: group });
      await server.until(() => group.messages().length === 1);
      expect(JSON.stringify(group.messages())).not.toContain('glad');
      const link = group.messages()[0]?.buttons[0]?.[0]?.url ?? '';
      person.says(`/start ${new URL(link).searchParams.get('start')}`);
      await person.reads('Call 110.');
      expect(received.at(-1)).toMatchObject({ kind: 'press', action: 'topic:crisis', origin: { audience: 'private' } });
    });

    test('a personal reminder for somebody met in a group goes to the private chat', async () => {
      const adapter = await start(() => []);
      const group = server.group();
      const secret = { ...reply([paragraph('Card due.')]), personal: true };
      await adapter.deliver({ person: to.person, chat: String(group.id) }, [secret]);
      expect(group.messages()).toEqual([]);
      expect(person.messages()).toHaveLength(1);
    });
  });

  describe('reading', () => {
    test('a slow answer to one person does not hold up another', async () => {
      const other = server.person();
      const adapter = create();
      const slow = Promise.withResolvers<void>();
      await adapter.start(async (incoming, send) => {
        if (incoming.origin.chat === to.chat) await slow.promise;
        await send([reply([paragraph('Done.')])]);
      });
      person.says('slow');
      other.says('quick');
      await other.reads('Done.');
      expect(person.messages()).toEqual([]);
      slow.resolve();
      await person.reads('Done.');
    });

    test('what was answered before a stop does not come again after it', async () => {
      const first = await start(() => []);
      person.says('one');
      await server.until(() => received.length === 1);
      await first.stop();
      expect(server.unconfirmed()).toBe(0);
      person.says('two');
      await start(() => []);
      await server.until(() => received.length === 2);
      expect(received[1]).toMatchObject({ text: 'two' });
    });

    test('a stop in the middle of a long poll takes less than two seconds', async () => {
      const adapter = await start(() => []);
      await server.until(() => sent('getUpdates').length > 0);
      const begun = performance.now();
      await adapter.stop();
      expect(performance.now() - begun).toBeLessThan(2000);
    });

    test('a second process that reads the same bot is named in the log, and reading goes on when it ends', async () => {
      await start(() => []);
      const firstLines = lines;
      const second = adapterFor(server, library).adapter;
      await second.start(async () => undefined);
      await server.until(() => firstLines.some((line) => line.includes('Another process')));
      await second.stop();
      person.says('hello');
      await server.until(() => received.length === 1);
    });
  });
});
