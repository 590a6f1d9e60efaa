import { describe, expect, it } from 'vitest';
import { chineseNumber, englishNumber, ordinalNumber } from '../../../src/core/reminders/numbers.ts';
import { readDay, readSignUp } from '../../../src/core/reminders/sentence.ts';
import { shapeOf } from '../../../src/core/reminders/shape.ts';

function read(text: string, now = '2026-11-22T04:00:00Z', zone = 'Asia/Shanghai') {
  const found = readSignUp(text, { now: Temporal.Instant.from(now), zone });
  if (found === undefined || 'error' in found) return found;
  return found.items.map(shapeOf);
}

describe('numbers', () => {
  it.each([
    ['二十五', 25],
    ['十', 10],
    ['三十一', 31],
    ['两万', 20_000],
    ['两万五', 25_000],
    ['一千二', 1200],
    ['1万2', 12_000],
    ['一万零五百', 10_500],
    ['三百五', 350],
    ['二〇二六', 2026],
    ['猫', undefined],
  ])('%s is %s', (text, value) => {
    expect(chineseNumber(text)).toBe(value);
  });

  it('are read from English words', () => {
    expect(['twenty-five', 'a', 'twelve', 'ninety nine', 'soon'].map(englishNumber)).toEqual([
      25,
      1,
      12,
      99,
      undefined,
    ]);
    expect(['25th', 'thirty-first', 'twentieth', 'nth'].map(ordinalNumber)).toEqual([25, 31, 20, undefined]);
  });
});

describe('a sign-up', () => {
  it('is placed on the day of the person, not of the server', () => {
    const [shanghai, angeles] = ['Asia/Shanghai', 'America/Los_Angeles'].map((zone) =>
      read('remind me tomorrow to pay rent', '2026-11-22T20:00:00Z', zone),
    );
    expect(shanghai).toMatchObject([{ date: '2026-11-24' }]);
    expect(angeles).toMatchObject([{ date: '2026-11-23' }]);
  });

  it('for an hour of today that is over is past, and for one to come is not', () => {
    expect(read('remind me today at 8am to pay rent')).toEqual({ error: 'past' });
    expect(read('今天早上8点提醒我还花呗')).toEqual({ error: 'past' });
    expect(read('今天晚上8点提醒我还花呗')).toMatchObject([{ date: '2026-11-22', time: '20:00' }]);
  });

  it('without a year means the next such day', () => {
    expect(read('15 November pay rent')).toMatchObject([{ date: '2027-11-15' }]);
    expect(read('11月15号还花呗')).toMatchObject([{ date: '2027-11-15' }]);
    expect(read('11月22号还花呗')).toMatchObject([{ date: '2026-11-22' }]);
  });

  it('takes 29 February where a year has it', () => {
    expect(read('2028年2月29号还花呗')).toMatchObject([{ date: '2028-02-29' }]);
    expect(read('2027年2月29号还花呗')).toEqual({ error: 'date' });
    expect(read('每年2月29号还花呗')).toMatchObject([{ recurrence: 'yearly' }]);
  });

  it('for a bare weekday on that very weekday means the next one', () => {
    expect(read('周日提醒我还花呗')).toMatchObject([{ date: '2026-11-29' }]);
    expect(read('on sunday remind me of rent')).toMatchObject([{ date: '2026-11-29' }]);
    expect(read('下周一提醒我还花呗', '2026-11-25T04:00:00Z')).toMatchObject([{ date: '2026-11-30' }]);
  });

  it('gives each bill its own date, sum and name, and shares what is said once', () => {
    const found = read('招行每月5号800，建行每月18号1200，都提前两天晚上八点提醒我');
    expect(found).toMatchObject([
      { label: '招行', day: 5, amount: 800, lead_days: [2], time: '20:00' },
      { label: '建行', day: 18, amount: 1200, lead_days: [2], time: '20:00' },
    ]);
  });

  it('keeps the number of a card and of an instalment in the name', () => {
    expect(read('每月11号提醒我还尾号8888的建行卡')).toMatchObject([{ label: '尾号8888的建行卡', amount: null }]);
    expect(read('每月10号还第3期装修贷 2500')).toMatchObject([{ label: '第3期装修贷', amount: 2500 }]);
    expect(read('这周六提醒我还360借条')).toMatchObject([{ label: '360借条', amount: null }]);
  });

  it('is not taken from something very long', () => {
    expect(read(`remind me on the 25th ${'and so on '.repeat(60)}`)).toBeUndefined();
  });

  it('never throws, whatever is written', () => {
    for (const odd of [
      '',
      ' ',
      '██',
      '每月',
      '号',
      '提醒我',
      'remind me',
      '0号还0元',
      '99999999999年1月1日还款',
      '()[]*+?',
      '💸25号',
      '25:99 每月32号',
    ]) {
      expect(() => read(odd), odd).not.toThrow();
      expect(
        () => readDay(odd, { now: Temporal.Instant.from('2026-11-22T04:00:00Z'), zone: 'Asia/Shanghai' }),
        odd,
      ).not.toThrow();
    }
  });
});
