import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pieces, printable } from '../../../src/adapters/discord/markdown.ts';
import { type DiscordMessage, renderMessages, renderModal } from '../../../src/adapters/discord/render.ts';
import { type Block, button, type Citation, type Reply } from '../../../src/core/reply.ts';
import { checkMessage, checkModal } from '../../servers/discord/checks.ts';
import { readMarkdown } from '../../servers/discord/markdown.ts';
import { reply, translate } from './set-up.ts';

const render = (given: Reply): readonly DiscordMessage[] => renderMessages(given, translate);
const contents = (given: Reply): readonly string[] => render(given).map((message) => message.body.content);
const words = (text: string): Block => ({ kind: 'paragraph', text });

function source(id: string, label: string): Citation {
  return { id, label, standing: 'verified', checked: '2026-07-01', stale: false };
}

/** As Discord would check it; throws when it refuses. */
function check({ body, files }: DiscordMessage) {
  return checkMessage(
    { ...body },
    files.map((file) => ({ ...file, description: '' })),
    false,
  );
}

/** Texts that try to be more than words. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc
    .array(
      fc.constantFrom(
        ...['**', '*', '__', '_', '~~', '||', '`', '```', '[a](https://b.c)', '@everyone', '<@123>', '<#1>', '<t:1:R>'],
        ...[
          '# ',
          '## ',
          '-# ',
          '> ',
          '>>> ',
          '- ',
          '1. ',
          '\n',
          '\n\n',
          ' ',
          '\\',
          ':smile:',
          '<a:b:1>',
          '\u202E',
          '\u200B',
        ],
        ...[
          'https://a.b/c_d_e',
          'https://a.b/**',
          'http://x',
          '逾期',
          'word',
          '👨‍👩‍👧',
          'é',
          '\uD83D',
          '。',
          '!',
          '#',
          '(',
          ')',
        ],
      ),
      { maxLength: 900 },
    )
    .map((parts) => parts.join('')),
);

describe('a reply on Discord', () => {
  test('shows every block in its own way, with marks and sources', () => {
    const first = source('a:1', 'First_source');
    const blocks: readonly Block[] = [
      { kind: 'heading', text: 'What counts' },
      words('Plain.'),
      {
        kind: 'steps',
        items: [
          { text: 'Call.', citations: [first] },
          { text: 'Write.', citations: [] },
        ],
      },
      { kind: 'claim', claim: { text: 'A claim.', citations: [source('b:2', 'Second'), first, first] } },
      { kind: 'caution', caution: { text: 'Careful.', citations: [] } },
    ];
    expect(contents(reply('', { blocks }))).toEqual([
      [
        '**What counts**\n\nPlain.\n\n1. Call. [1]\n2. Write.\n\nA claim. [2][1]\n\n> **Note:** Careful.\n',
        '-# Sources, checked on 2026-07-01\n-# \\[1\\] First\\_source · verified\n-# \\[2\\] Second · verified',
      ].join('\n'),
    ]);
  });

  test('names the caution and the sources in Chinese', () => {
    const blocks: readonly Block[] = [{ kind: 'caution', caution: { text: '小心。', citations: [source('a', '法')] } }];
    expect(contents(reply('', { language: 'zh-Hans', blocks }))[0]).toBe(
      '> **注意：** 小心。 [1]\n\n-# 依据（核对于2026-07-01）\n-# \\[1\\] 法 · 已核实',
    );
  });

  test('pings nobody and shows no previews, whatever the words', () => {
    expect(render(reply('@everyone https://example.org'))[0]?.body).toEqual({
      content: '\\@everyone <https://example.org>',
      allowed_mentions: { parse: [] },
      flags: 4,
    });
  });

  test('puts five buttons a row on the last message, with labels cut at 80 characters', () => {
    const buttons = Array.from({ length: 7 }, (_, index) => button('topic', String(index), `${index}`.repeat(90)));
    const messages = render(reply('word '.repeat(700), { buttons }));
    expect(messages.map((message) => message.body.components?.map((row) => row.components.length))).toEqual([
      undefined,
      [5, 2],
    ]);
    expect(messages.at(-1)?.body.components?.[0]?.components[1]?.label).toBe(`${'1'.repeat(79)}…`);
  });

  test('puts more than 25 buttons on one more message, and none twice', () => {
    const buttons = Array.from({ length: 30 }, (_, index) => button('topic', String(index % 28), 'A topic'));
    const counts = render(reply('Choose.', { buttons })).map((message) => check(message).buttons.length);
    expect(counts).toEqual([25, 3]);
  });

  test('breaks between paragraphs where it can', () => {
    const paragraphs = ['a', 'b', 'c'].map((letter) => `${letter.repeat(900)}.`);
    expect(contents(reply('', { blocks: paragraphs.map(words) }))).toEqual([
      `${paragraphs[0]}\n\n${paragraphs[1]}`,
      paragraphs[2],
    ]);
  });

  test('cuts a long Chinese paragraph after a sentence', () => {
    const sentence = '信用卡逾期以后先和银行说明情况，再商量怎么还。';
    const cut = contents(reply(sentence.repeat(200)));
    expect(cut.length).toBeGreaterThan(2);
    for (const content of cut) expect(content.endsWith('。')).toBe(true);
    expect(cut.join('')).toBe(sentence.repeat(200));
  });

  test('keeps a family emoji and a flag whole at a cut', () => {
    for (const whole of ['👨‍👩‍👧‍👦', '🇨🇳', 'é']) {
      const cut = pieces(whole.repeat(50), 101);
      expect(cut.every((piece) => piece.length % whole.length === 0)).toBe(true);
      expect(cut.join('')).toBe(whole.repeat(50));
    }
  });

  test('carries pictures with their description, and says when a file is too large', () => {
    const blocks: readonly Block[] = [
      { kind: 'picture', name: 'a plan?.png', bytes: new Uint8Array(3), description: 'The plan' },
      { kind: 'file', name: 'huge.csv', mime: 'text/csv', bytes: new Uint8Array(11 * 1024 * 1024) },
    ];
    const messages = render(reply('', { blocks }));
    expect(messages).toHaveLength(1);
    expect(messages[0]?.body.attachments).toEqual([{ id: 0, filename: 'a_plan_.png', description: 'The plan' }]);
    expect(messages[0]?.body.content).toBe('The file huge.csv is too large for Discord.');
  });

  test('of nothing is nothing', () => {
    expect(render(reply(' \n '))).toEqual([]);
  });
});

describe('hostile words on Discord', () => {
  test('are read as they were written, without formatting, mentions or emoji', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const cut = contents(reply(text)).map(readMarkdown);
        expect(cut.flatMap((read) => read.marks)).toEqual([]);
        expect(
          cut
            .map((read) => read.text)
            .join('')
            .replaceAll(/\s/g, ''),
        ).toBe(printable(text).replaceAll(/\s/g, ''));
      }),
      { numRuns: 400 },
    );
  });

  test('end neither a heading nor a caution nor a step early', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const cited = { text, citations: [] };
        const shapes: readonly { readonly block: Block; readonly allowed: readonly string[] }[] = [
          { block: { kind: 'heading', text }, allowed: ['bold'] },
          { block: { kind: 'caution', caution: cited }, allowed: ['quote', 'bold'] },
          { block: { kind: 'steps', items: [cited, cited] }, allowed: [] },
        ];
        for (const { block, allowed } of shapes) {
          for (const content of contents(reply('', { blocks: [block] }))) {
            const { marks } = readMarkdown(content);
            expect(allowed.slice(0, marks.length)).toEqual(marks);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('never make a message that Discord would refuse', () => {
    const blocks = fc.array(
      fc.oneof(
        hostile.map(words),
        hostile.map((text): Block => ({ kind: 'heading', text })),
        hostile.map((text): Block => ({ kind: 'claim', claim: { text, citations: [source(text, text)] } })),
        hostile.map((text): Block => ({ kind: 'caution', caution: { text, citations: [source(text, text)] } })),
        hostile.map((name): Block => ({ kind: 'file', name, mime: 'text/plain', bytes: new Uint8Array(2) })),
        hostile.map((name): Block => ({ kind: 'picture', name, bytes: new Uint8Array(2), description: name })),
      ),
      { maxLength: 15 },
    );
    const buttons = fc.array(fc.record({ action: hostile, label: hostile }), { maxLength: 60 });
    fc.assert(
      fc.property(blocks, buttons, (given, offered) => {
        for (const message of render(reply('', { blocks: given, buttons: offered }))) check(message);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a form on Discord', () => {
  const field = { id: 'amount', label: 'How much', maximum: 20, long: false };

  test('is a modal', () => {
    expect(checkModal(renderModal({ id: 'debts', title: 'Your debts', fields: [field] }))).toEqual({
      customId: 'debts',
      title: 'Your debts',
      inputs: [{ customId: 'amount', label: 'How much', long: false }],
    });
  });

  test('that Discord cannot show is none', () => {
    const six = Array.from({ length: 6 }, (_, index) => ({ ...field, id: String(index) }));
    for (const fields of [[], six, [field, field]]) {
      expect(renderModal({ id: 'debts', title: 'Your debts', fields })).toBeUndefined();
    }
    expect(renderModal({ id: 'x'.repeat(101), title: 'Your debts', fields: [field] })).toBeUndefined();
  });

  test('stays within the limits for hostile words', () => {
    fc.assert(
      fc.property(hostile, hostile, fc.integer(), fc.boolean(), (title, label, maximum, long) => {
        const fields = [{ id: 'a', label, placeholder: title, maximum, long }];
        checkModal(renderModal({ id: 'form', title, fields }));
      }),
      { numRuns: 200 },
    );
  });
});
