import { describe, expect, it } from 'vitest';
import { readAmount, readAmountOrNone } from '../../../src/core/money/amounts.ts';
import { readRate } from '../../../src/core/money/rates.ts';
import { readDays, readMonths } from '../../../src/core/money/spans.ts';
import { yuanOf } from '../../../src/rules/money.ts';

const amounts: readonly (readonly [said: string, yuan: string])[] = [
  ['8千', '8000.00'],
  ['1.2万', '12000.00'],
  ['八千五', '8500.00'],
  ['5k', '5000.00'],
  ['5K', '5000.00'],
  ['¥8,000', '8000.00'],
  ['￥8，000', '8000.00'],
  ['8000块', '8000.00'],
  ['8000块钱', '8000.00'],
  ['8000元', '8000.00'],
  ['8,000.50', '8000.50'],
  ['8 000', '8000.00'],
  ['8000', '8000.00'],
  ['８０００', '8000.00'],
  ['一万二', '12000.00'],
  ['两万', '20000.00'],
  ['12万5', '125000.00'],
  ['1w', '10000.00'],
  ['1.5w', '15000.00'],
  ['三百块', '300.00'],
  ['五块', '5.00'],
  ['大概8000', '8000.00'],
  ['8000左右', '8000.00'],
  ['差不多1万', '10000.00'],
  ['我欠8000块', '8000.00'],
  ['月入6000', '6000.00'],
  ['about 8000', '8000.00'],
  ['8000 yuan', '8000.00'],
  ['RMB 8000', '8000.00'],
  ['8000 rmb', '8000.00'],
  ['CNY 8,000', '8000.00'],
  ['8 thousand', '8000.00'],
  ['eight thousand', '8000.00'],
  ['five grand', '5000.00'],
  ['5 grand', '5000.00'],
  ['0.5', '0.50'],
  ['1234567.89', '1234567.89'],
];

const rates: readonly (readonly [said: string, percentAYear: string])[] = [
  ['日息万五', '18.25'],
  ['日息万分之五', '18.25'],
  ['日利率万分之5', '18.25'],
  ['日万五', '18.25'],
  ['每天万分之五', '18.25'],
  ['万分之五一天', '18.25'],
  ['万分之五/天', '18.25'],
  ['日息万分之三点五', '12.775'],
  ['日息千分之一', '36.5'],
  ['日息0.05%', '18.25'],
  ['0.05%一天', '18.25'],
  ['0.05%/日', '18.25'],
  ['0.05%', '18.25'],
  ['月息两分', '24'],
  ['月息2分', '24'],
  ['月息一分五', '18'],
  ['两分利', '24'],
  ['月息5厘', '6'],
  ['月息1.5%', '18'],
  ['月利率2%', '24'],
  ['2%每月', '24'],
  ['年化24%', '24'],
  ['年化24', '24'],
  ['年化利率24%', '24'],
  ['年利率百分之24', '24'],
  ['24%年化', '24'],
  ['年化24个点', '24'],
  ['24%', '24'],
  ['18', '18'],
  ['0.05% a day', '18.25'],
  ['0.05% per day', '18.25'],
  ['0.05 % daily', '18.25'],
  ['0.05 percent a day', '18.25'],
  ['daily rate 0.05%', '18.25'],
  ['24% APR', '24'],
  ['APR 24%', '24'],
  ['24% a year', '24'],
  ['24% p.a.', '24'],
  ['24 percent per annum', '24'],
  ['1.5 per month', '18'],
  ['1.5% per month', '18'],
  ['2% monthly', '24'],
  ['5 per ten thousand a day', '18.25'],
  ['five parts in ten thousand a day', '18.25'],
];

describe('an amount', () => {
  it.each(amounts)('%s is read', (said, yuan) => {
    const read = readAmount(said);
    expect(read === undefined ? read : yuanOf(read)).toBe(yuan);
  });

  it.each([
    '',
    '零',
    '0',
    '-5',
    '很多',
    'a lot',
    '8000和9000',
    '月息两分',
    '20天',
    '999999999999',
    '明天还8000给招行',
    'x8000',
  ])('%j is none', (said) => {
    expect(readAmount(said)).toBeUndefined();
  });

  it('may be nothing where that is an answer', () => {
    for (const said of ['0', '没有', 'none', '一分没还', '0元']) expect(readAmountOrNone(said), said).toBe(0);
    expect(readAmountOrNone('300')).toBe(30_000);
  });
});

describe('a rate', () => {
  it.each(rates)('%s is read', (said, percent) => {
    expect(readRate(said)?.times(100).toString()).toBe(percent);
  });

  it.each(['', '高', '2%', '1.5', '3', '-5%', '日息50000%', '8000', '24% 36%', '20天'])('%j is none', (said) => {
    expect(readRate(said)).toBeUndefined();
  });
});

describe('a time', () => {
  it.each([
    ['20', 20],
    ['20天', 20],
    ['二十天', 20],
    ['逾期20天', 20],
    ['20 days', 20],
    ['three weeks', 21],
    ['两周', 14],
    ['两个礼拜', 14],
    ['一个月', 30],
    ['半个月', 15],
    ['一个半月', 45],
    ['3个月', 90],
    ['2 months', 60],
    ['a year', 365],
    ['半年', 183],
    ['a week', 7],
    ['20多天', 20],
    ['十五', 15],
  ] as const)('%s is %i days', (said, days) => {
    expect(readDays(said)).toBe(days);
  });

  it.each(['', '0', '很久', '99999', '8000块', '20天30天'])('%j is none', (said) => {
    expect(readDays(said)).toBeUndefined();
  });

  it.each([
    ['12', 12],
    ['12期', 12],
    ['分12期', 12],
    ['十二期', 12],
    ['24个月', 24],
    ['一年', 12],
    ['一年半', 18],
    ['两年', 24],
    ['2 years', 24],
    ['18 months', 18],
    ['6 instalments', 6],
  ] as const)('%s is %i months', (said, months) => {
    expect(readMonths(said)).toBe(months);
  });

  it.each(['', '0', '1000', '20天', 'x'])('%j is no number of months', (said) => {
    expect(readMonths(said)).toBeUndefined();
  });
});
