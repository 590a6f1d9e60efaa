import { readFileSync } from 'node:fs';
import { validate } from 'node-cron';
import { describe, expect, it } from 'vitest';
import { readConfig, settingNames } from '../src/config.ts';

const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

describe('the configuration', () => {
  it('needs nothing to start', () => {
    const result = readConfig({});
    expect(result.ok && result.config).toMatchObject({
      DATABASE_URL: 'sqlite:./data/bot.db',
      TELEGRAM_LIBRARY: 'grammy',
      DEFAULT_LANGUAGE: 'zh-Hans',
      DEFAULT_PLACE: 'mainland',
    });
  });

  it('takes an empty line of .env as not set', () => {
    const result = readConfig({ TELEGRAM_BOT_TOKEN: '', DATABASE_URL: ' ', LOG_LEVEL: '' });
    expect(result.ok && result.config.TELEGRAM_BOT_TOKEN).toBeUndefined();
    expect(result.ok && result.config.DATABASE_URL).toBe('sqlite:./data/bot.db');
  });

  it('names every fault at once, each with what to do, and never the value of a secret', () => {
    const secret = 'not-a-real-token-but-secret';
    const result = readConfig({
      TELEGRAM_BOT_TOKEN: secret,
      DATABASE_URL: 'mysql://x',
      DATA_KEY: 'c2hvcnQ=',
      LOG_LEVEL: 'loud',
      DISCORD_API_ROOT: 'discord',
      DEFAULT_PLACE: 'mars',
    });
    expect(result.ok).toBe(false);
    const faults = result.ok ? [] : result.faults;
    for (const name of [
      'TELEGRAM_BOT_TOKEN',
      'DATABASE_URL',
      'DATA_KEY',
      'LOG_LEVEL',
      'DISCORD_API_ROOT',
      'DEFAULT_PLACE',
    ]) {
      expect(faults.filter((fault) => fault.startsWith(`${name} `))).toHaveLength(1);
    }
    expect(faults.join()).not.toContain(secret);
  });

  it('asks for the application id when Discord has a token', () => {
    const result = readConfig({ DISCORD_BOT_TOKEN: 'x'.repeat(60) });
    expect(result.ok ? [] : result.faults).toEqual([expect.stringMatching(/^DISCORD_APPLICATION_ID is needed/)]);
  });

  it('takes five cron fields or six with seconds, and nothing that node-cron would refuse', () => {
    const accepted = ['* * * * *', '*/10 * * * * *', '0 9-17 * * 1-5', '0,30 * 1,15 * *', '5 4 31 12 7'];
    const refused = [
      '* * * *',
      '60 * * * *',
      '* 24 * * *',
      '* * 0 * *',
      '* * * 13 *',
      '*/0 * * * *',
      '9-5 * * * *',
      'often',
      '* * * * * * *',
      '1-2-3 * * * *',
    ];
    for (const expression of accepted) {
      expect(readConfig({ REMINDER_CRON: expression }).ok, expression).toBe(true);
      expect(validate(expression), expression).toBe(true);
    }
    for (const expression of refused) {
      const result = readConfig({ REMINDER_CRON: expression });
      expect(result.ok ? expression : result.faults).toEqual([expect.stringMatching(/^REMINDER_CRON is a cron/)]);
    }
  });

  it('is described in .env.example: every name, each with one comment above it', () => {
    const lines = example.trim().split('\n');
    const names = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('=')[0]);
    expect(names).toEqual([...settingNames]);
    for (const [index, line] of lines.entries()) expect(line.startsWith('# '), line).toBe(index % 2 === 0);
  });

  it('accepts .env.example as it stands', () => {
    const values = Object.fromEntries(
      example
        .split('\n')
        .filter((line) => line.includes('=') && !line.startsWith('#'))
        .map((line) => line.split(/=(.*)/s).slice(0, 2)),
    );
    expect(readConfig(values).ok).toBe(true);
  });
});
