import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Call, renderPointer, renderReply, withoutFormatting } from '../../../src/adapters/telegram/render.ts';
import type { Block, Citation, Reply } from '../../../src/core/reply.ts';
import { checkMarkup, checkText, isRefusal } from '../../servers/telegram-checks.ts';
import { translate } from './harness.ts';

const law: Citation = {
  id: 'crr:16',
  label: '《征信业管理条例》第十六条',
  standing: 'verified',
  checked: '2026-07-01',
  stale: false,
};
const guide: Citation = {
  id: 'guide:1',
  label: 'A <guide> & more',
  standing: 'disputed',
  checked: '2026-01-01',
  stale: true,
};

function reply(blocks: readonly Block[], changes: Partial<Reply> = {}): Reply {
  return { language: 'en', blocks, buttons: [], outcome: { kind: 'answer' }, personal: false, ...changes };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** What Telegram would show, or its refusal. */
function shownBy(call: Call): string {
  const { text, caption, parse_mode: mode } = call.parameters;
  if (call.method !== 'sendMessage' && caption === undefined) return '';
  const checked =
    call.method === 'sendMessage'
      ? checkText(text, mode, 4096, 'message')
      : checkText(caption, mode, 1024, 'message caption');
  return isRefusal(checked) ? `refused: ${checked.description}` : checked.text;
}

describe('an answer', () => {
  const answer = reply([
    { kind: 'heading', text: 'How long a late payment stays' },
    { kind: 'claim', claim: { text: 'Five years from the day it is paid.', citations: [law] } },
    {
      kind: 'steps',
      items: [
        { text: 'Pay it.', citations: [] },
        { text: 'Ask for a copy.', citations: [guide, law] },
      ],
    },
    { kind: 'caution', caution: { text: 'Nobody can delete it for money.', citations: [guide] } },
    paragraph('That is all.'),
  ]);

  test('looks like this', () => {
    expect(renderReply(answer, translate).map(({ parameters }) => parameters.text)).toEqual([
      [
        '<b>How long a late payment stays</b>',
        '',
        'Five years from the day it is paid. [1]',
        '',
        '1. Pay it.',
        '2. Ask for a copy. [2][1]',
        '',
        '<blockquote><b>Note: </b>Nobody can delete it for money. [2]</blockquote>',
        '',
        'That is all.',
        '',
        '<b>Sources</b>',
        '[1] 《征信业管理条例》第十六条 · verified, checked on 2026-07-01',
        '[2] A &lt;guide&gt; &amp; more · disputed, checked on 2026-01-01, due for a new check',
      ].join('\n'),
    ]);
  });

  test('looks the same in Chinese, without spaces where Chinese has none', () => {
    const chinese = reply(
      [
        { kind: 'claim', claim: { text: '自还清之日起保留五年。', citations: [law] } },
        { kind: 'caution', caution: { text: '没有人能花钱删除。', citations: [] } },
      ],
      { language: 'zh-Hans' },
    );
    expect(renderReply(chinese, translate)[0]?.parameters.text).toBe(
      '自还清之日起保留五年。[1]\n\n<blockquote><b>注意：</b>没有人能花钱删除。</blockquote>\n\n<b>依据（核对于2026-07-01）</b>\n[1] 《征信业管理条例》第十六条 · 已核实',
    );
  });

  test('shows no preview of a link', () => {
    expect(renderReply(answer, translate)[0]?.parameters).toMatchObject({
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    });
  });

  test('without formatting has the same words', () => {
    const [call] = renderReply(answer, translate);
    const plain = call && withoutFormatting(call);
    expect(plain?.parameters.parse_mode).toBeUndefined();
    expect(plain && shownBy(plain)).toBe(call && shownBy(call));
    expect(plain?.parameters.text).toContain('A <guide> & more');
  });
});

describe('buttons', () => {
  const buttons = [
    { action: 'a:1', label: 'One' },
    { action: 'a:2', label: 'Two & <more>' },
  ];

  test('stand one a row below the last message', () => {
    const calls = renderReply(reply([paragraph('x'.repeat(5000))], { buttons }), translate);
    expect(calls).toHaveLength(2);
    expect(calls[0]?.parameters.reply_markup).toBeUndefined();
    expect(calls[1]?.parameters.reply_markup).toEqual({
      inline_keyboard: [[{ text: 'One', callback_data: 'a:1' }], [{ text: 'Two & <more>', callback_data: 'a:2' }]],
    });
  });

  test('stand below a file when it comes last', () => {
    const file: Block = { kind: 'file', name: 'a.ics', mime: 'text/calendar', bytes: new Uint8Array([1]) };
    const calls = renderReply(reply([paragraph('Here.'), file], { buttons }), translate);
    expect(calls.map(({ method }) => method)).toEqual(['sendMessage', 'sendDocument']);
    expect(calls[1]?.parameters.reply_markup).toBeDefined();
  });

  test('without any words get a sentence to stand below', () => {
    const calls = renderReply(reply([], { buttons }), translate);
    expect(calls[0]?.parameters.text).toBe('Please choose.');
  });

  test('that Telegram would refuse are left out and do not take the message with them', () => {
    const broken = [{ action: `a:${'x'.repeat(70)}`, label: 'Long' }, ...buttons];
    const [call] = renderReply(reply([paragraph('Words.')], { buttons: broken }), translate);
    expect(JSON.stringify(call)).not.toContain('Long');
    expect(JSON.stringify(call)).toContain('One');
  });
});

describe('a long answer', () => {
  test('is split between paragraphs', () => {
    const blocks = ['a', 'b', 'c'].map((letter) => paragraph(letter.repeat(3000)));
    expect(renderReply(reply(blocks), translate).map(shownBy)).toEqual(
      ['a', 'b', 'c'].map((letter) => letter.repeat(3000)),
    );
  });

  test('keeps a heading together with what follows', () => {
    const blocks: Block[] = [
      paragraph('a'.repeat(4000)),
      { kind: 'heading', text: 'Next' },
      paragraph('b'.repeat(500)),
    ];
    expect(renderReply(reply(blocks), translate).map(shownBy)).toEqual([
      'a'.repeat(4000),
      `Next\n\n${'b'.repeat(500)}`,
    ]);
  });

  test('is split within a list between its steps', () => {
    const items = Array.from({ length: 10 }, (_, index) => ({ text: `${index}`.repeat(900), citations: [] }));
    const shown = renderReply(reply([{ kind: 'steps', items }]), translate).map(shownBy);
    expect(shown.map((text) => text.split('\n').length)).toEqual([4, 4, 2]);
    expect(shown[1]).toMatch(/^5\. 4+\n6\. 5+\n/);
  });

  test('is split within a paragraph after a sentence, where it must', () => {
    const text = '这是一句完整的话。'.repeat(600);
    const shown = renderReply(reply([paragraph(text)]), translate).map(shownBy);
    expect(shown.length).toBe(2);
    expect(shown.every((part) => part.endsWith('。'))).toBe(true);
    expect(shown.join('')).toBe(text);
  });

  test('is never split within an emoji', () => {
    const family = '👨‍👩‍👧‍👦';
    const shown = renderReply(reply([paragraph(`x${family.repeat(800)}`)]), translate).map(shownBy);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.slice(1).every((part) => part.startsWith(family))).toBe(true);
  });
});

test('a picture says what it shows, also when that is longer than a caption', () => {
  const picture = { kind: 'picture', name: 'plan.png', bytes: new Uint8Array([1]) } as const;
  const short = renderReply(reply([{ ...picture, description: 'A <plan>' }]), translate);
  expect(short).toMatchObject([{ method: 'sendPhoto', parameters: { caption: 'A <plan>' } }]);
  const long = renderReply(reply([{ ...picture, description: 'word '.repeat(300) }]), translate);
  expect(long.map(({ method }) => method)).toEqual(['sendPhoto', 'sendMessage']);
});

test('the pointer into the private chat is a sentence and one button', () => {
  const call = renderPointer(reply([]), 'https://t.me/b?start=x', translate);
  expect(call.parameters.reply_markup).toEqual({
    inline_keyboard: [[{ text: 'Open the private chat', url: 'https://t.me/b?start=x' }]],
  });
  expect(shownBy(call)).toContain('for you alone');
});

describe('whatever the words are', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.constantFrom(
      '<b>',
      '</b>',
      '&amp',
      '&#0;',
      '<a href="x">',
      '\u202e\u2066مرحبا',
      '\u200b\u200d\ufe0f',
      '\ud800',
      'e\u0301\u0301',
      '👩🏽‍🚀',
      '\u0000\u0007',
      '   \n\n  ',
      '\u2800',
      '\u3164',
      '<',
    ),
  );
  const text = fc.oneof(
    { weight: 4, arbitrary: fc.array(nasty, { maxLength: 8 }).map((parts) => parts.join('')) },
    {
      weight: 1,
      arbitrary: fc.tuple(nasty, fc.integer({ min: 1, max: 3000 })).map(([part, times]) => part.repeat(times)),
    },
  );
  const citation = fc
    .record({ id: fc.constantFrom('a', 'b', 'c'), label: text.map((words) => words.slice(0, 500)) })
    .map(({ id, label }): Citation => ({ ...law, id, label }));
  const cited = fc.record({ text, citations: fc.array(citation, { maxLength: 3 }) });
  const block: fc.Arbitrary<Block> = fc.oneof(
    text.map(paragraph),
    text.map((words): Block => ({ kind: 'heading', text: words })),
    cited.map((claim): Block => ({ kind: 'claim', claim })),
    cited.map((caution): Block => ({ kind: 'caution', caution })),
    fc.array(cited, { maxLength: 6 }).map((items): Block => ({ kind: 'steps', items })),
    text.map((description): Block => ({ kind: 'picture', name: 'p.png', bytes: new Uint8Array([1]), description })),
  );
  const buttons = fc.array(
    fc.record({
      action: fc.string({ minLength: 1, maxLength: 16 }).map((value) => `a:${value}`),
      label: text.map((words) => words.slice(0, 200)),
    }),
    { maxLength: 4 },
  );

  test('no message is refused for its formatting, its length or its buttons', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), buttons, (blocks, present) => {
        const calls = renderReply(reply(blocks, { buttons: present }), translate);
        for (const call of calls) {
          // As it would travel: lone halves of a character would be refused.
          const sent: Call = JSON.parse(JSON.stringify(call));
          expect(shownBy(sent)).not.toMatch(/^refused/);
          expect(isRefusal(checkMarkup(sent.parameters.reply_markup))).toBe(false);
        }
        if (present.length > 0) expect(calls.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  test('every letter of a paragraph is shown, in order', () => {
    const letters = (words: string) =>
      words.toWellFormed().replaceAll(/[^\p{L}\p{N}]|\p{Default_Ignorable_Code_Point}/gu, '');
    fc.assert(
      fc.property(text, (words) => {
        const shown = renderReply(reply([paragraph(words)]), translate)
          .map(shownBy)
          .join('');
        expect(letters(shown)).toBe(letters(words));
      }),
      { numRuns: 150 },
    );
  });
});
