import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { parseLine } from '../../../src/adapters/terminal/parse.ts';
import { renderReply } from '../../../src/adapters/terminal/render.ts';
import { createTerminalAdapter } from '../../../src/adapters/terminal/terminal.ts';
import { button, type Reply } from '../../../src/core/reply.ts';
import { loadLocales } from '../../../src/locales.ts';
import { adapterContract, type Harness, paragraph, reply, until } from '../../contracts/adapter.ts';

const translate = loadLocales((text) => text);

/** A person at a keyboard: what the bot printed since the last reply is one message. */
function makeHarness(): Harness & { readonly ended: () => boolean; endInput(): void } {
  const input = new PassThrough();
  const output = new PassThrough();
  let printed = '';
  let ended = false;
  output.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const adapter = createTerminalAdapter({
    input,
    output,
    translate,
    onEnd: () => {
      ended = true;
    },
  });
  const type = async (line: string) => void input.write(`${line}\n`);
  return {
    adapter,
    person: { person: 'terminal', chat: 'terminal' },
    say: type,
    command: (name, argument) => type(`/${name} ${argument}`.trim()),
    press: async (label) => {
      const number = [...printed.matchAll(/^ {2}(\d+)\. (.*)$/gm)].findLast((match) => match[2] === label)?.[1];
      await type(number ?? `no button ${label}`);
    },
    shown: () => {
      const files = [...printed.matchAll(/^→ (.+)$/gm)].map((match) => ({
        name: match[1]?.split('/').at(-1) ?? '',
        bytes: new Uint8Array(readFileSync(match[1] ?? '')),
      }));
      return printed === '' ? [] : [{ text: printed, buttons: [], files }];
    },
    close: async () => undefined,
    ended: () => ended,
    endInput: () => input.end(),
  };
}

adapterContract('Terminal', async () => makeHarness());

describe('the terminal', () => {
  it('takes a number for a button only when there is such a button', () => {
    const buttons = [button('topic', 'cannot-pay', 'I cannot pay')];
    expect(parseLine('1', buttons, 'u')).toMatchObject({ kind: 'press', action: 'topic:cannot-pay' });
    expect(parseLine('2', buttons, 'u')).toMatchObject({ kind: 'text', text: '2' });
    expect(parseLine('8000', buttons, 'u')).toMatchObject({ kind: 'text', text: '8000' });
  });

  it('knows commands with a full-width slash and ignores empty lines', () => {
    expect(parseLine('／Help', [], 'u')).toMatchObject({ kind: 'command', name: 'help', argument: '' });
    expect(parseLine('/place  Hong Kong ', [], 'u')).toMatchObject({
      kind: 'command',
      name: 'place',
      argument: 'Hong Kong',
    });
    expect(parseLine('   ', [], 'u')).toBeUndefined();
  });

  it('numbers sources in the order in which the words use them, and says how far each can be relied on', () => {
    const citation = (id: string, standing: 'verified' | 'reported') =>
      ({ id, label: `Law ${id}`, standing, checked: '2026-11-22', stale: false }) as const;
    const made: Reply = {
      ...reply([
        { kind: 'claim', claim: { text: 'First.', citations: [citation('b', 'verified')] } },
        {
          kind: 'steps',
          items: [{ text: 'Do it.', citations: [citation('a', 'reported'), citation('b', 'verified')] }],
        },
      ]),
      language: 'en',
    };
    const text = renderReply(made, translate);
    expect(text).toContain('First. [1]');
    expect(text).toContain('1. Do it. [2][1]');
    expect(text).toMatch(/Sources, checked on 2026-11-22\n\[1\] Law b · verified\n\[2\] Law a · reported/);
  });

  it('lets no control character of a text reach the terminal', () => {
    const text = renderReply(
      reply([paragraph('a\u001b[31mred\u0007\r\u009b2J')], [button('x', 'y', '\u001b[0m')]),
      translate,
    );
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it('says when the input has ended, after the last line was answered', async () => {
    const harness = makeHarness();
    const answered: string[] = [];
    await harness.adapter.start(async (incoming, send) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      answered.push(incoming.kind);
      await send([reply([paragraph('Answered.')])]);
    });
    await harness.say('one');
    await harness.say('two');
    harness.endInput();
    await until(() => harness.ended());
    expect(answered).toEqual(['text', 'text']);
  });
});
