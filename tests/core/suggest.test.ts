import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remind } from '../../src/core/commands/remind.ts';
import { type Language, languages } from '../../src/core/language.ts';
import { respond } from '../../src/core/respond.ts';
import { suggestFor } from '../../src/core/suggest.ts';
import { startBot, type TestBot } from '../bot.ts';

let bot: TestBot;

beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

const suggested = (typed: string, language: Language = 'en', command = 'remind') =>
  suggestFor(command, typed, language, bot.services);

let update = 0;

async function understood(argument: string): Promise<readonly unknown[]> {
  update += 1;
  const origin = { platform: 'discord', person: '7', chat: '7', audience: 'private', update: String(update) } as const;
  const [reply] = await respond({ kind: 'command', origin, name: 'remind', argument }, bot.services);
  return reply?.outcome.reminders ?? [];
}

describe('suggestions for a reminder', () => {
  it('are sentences that the command understands, in every language', async () => {
    for (const language of languages) {
      for (const typed of ['', language === 'en' ? 'CMB card' : '招行信用卡']) {
        const found = suggested(typed, language);
        expect(found.length).toBeGreaterThanOrEqual(5);
        for (const { value, label } of found) {
          expect(await understood(value), value).toMatchObject([{ recurrence: 'monthly' }]);
          expect([...value].length, value).toBeLessThanOrEqual(100);
          expect(label.length).toBeGreaterThan(0);
        }
      }
    }
  });

  it('show what was understood, with how early and when', () => {
    expect(suggested('cmb card 25th every month, 3 days before at 8pm')).toEqual([
      {
        value: 'cmb card 25th every month, 3 days before at 8pm',
        label: 'cmb card: day 25 of every month (3 days before, at 20:00)',
      },
    ]);
    expect(suggested('每月25號 花唄', 'zh-Hant')[0]?.label).toContain('每月25號');
  });

  it('are none for a question or for a date that does not exist', () => {
    expect(suggested('when is my card due?')).toEqual([]);
    expect(suggested('rent on 30 february')).toEqual([]);
    expect(suggested('x'.repeat(200))).toEqual([]);
  });

  it('leave topics to the other commands', () => {
    expect(suggested('', 'en', 'ask')[0]?.value).toMatch(/^topic:/);
  });
});

describe('lists beside the words of a reminder', () => {
  it('are understood together with a sentence in either language, each of them', async () => {
    const option = remind.option?.(bot.services.translate, { groups: [], places: [] });
    const [early, time] = option?.also ?? [];
    const numbers = (label: string) => label.split(', ').map(Number);
    for (const { value, label } of early?.choices ?? []) {
      for (const words of ['招行 每月25号', 'CMB card, 25th of every month'])
        expect(await understood(`${words} ${value} at 21:00`), value).toMatchObject([
          { day: 25, lead_days: numbers(label.en), time: '21:00' },
        ]);
    }
    for (const { value, label } of time?.choices ?? [])
      expect(await understood(`花呗 每月9号 ${value}`), value).toMatchObject([{ day: 9, time: label.en }]);
    expect([early?.choices.length, time?.choices.length]).toEqual([6, 10]);
  });
});
