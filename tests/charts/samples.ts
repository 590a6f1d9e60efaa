// Pictures as the tools ask for them: plans with any number of debts, the cost of some days, the stages of a card.
import type { CostChart, PlanChart, TimelineChart } from '../../src/core/charts.ts';
import type { Language } from '../../src/core/language.ts';

const names: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'CMB credit card',
    'Huabei',
    'Jiebei',
    'ICBC card ending 4821',
    'Car loan',
    'Weilidai',
    'Brother-in-law',
    'Meituan monthly payment',
    'Bank of Communications instalment loan 2025',
    'JD Baitiao',
    'Du Xiaoman',
    'Mortgage',
  ],
  'zh-Hans': [
    '招行信用卡',
    '花呗',
    '借呗',
    '工行卡尾号4821',
    '车贷',
    '微粒贷',
    '向表姐夫借的',
    '美团月付',
    '交通银行惠民贷分期2025年第二笔',
    '京东白条',
    '度小满',
    '房贷',
  ],
  'zh-Hant': [
    '招行信用卡',
    '花唄',
    '借唄',
    '工行卡尾號4821',
    '車貸',
    '微粒貸',
    '向表姐夫借的',
    '美團月付',
    '交通銀行惠民貸分期2025年第二筆',
    '京東白條',
    '度小滿',
    '房貸',
  ],
};

const planWords: Readonly<Record<Language, PlanChart['words']>> = {
  en: {
    title: 'Your payoff plan: ¥3,000 a month',
    owed: 'Still owed',
    strategy: 'Highest rate first',
    other: 'Smallest debt first (total)',
    end: 'Paid off',
  },
  'zh-Hans': {
    title: '还款计划：每月3000元',
    owed: '剩余欠款',
    strategy: '先还利率最高的',
    other: '先还金额最小的（合计）',
    end: '全部还清',
  },
  'zh-Hant': {
    title: '還款計畫：每月3000元',
    owed: '剩餘欠款',
    strategy: '先還利率最高的',
    other: '先還金額最小的（合計）',
    end: '全部還清',
  },
};

/** Debts that shrink one after the other, `months` after today the last is gone. */
export function samplePlan(language: Language, count: number, months = 26): PlanChart {
  const debts = Array.from({ length: count }, (_, index) => {
    const start = 2_000 + ((index * 7_919) % 23_000) + 0.37 * index;
    const done = Math.max(1, Math.round((months * (index + 1)) / count));
    const balances = Array.from({ length: months + 1 }, (_, month) => {
      return Math.max(0, Math.round(start * (1 - (month / done) ** 1.3) * 100) / 100);
    });
    return { label: names[language][index] ?? `#${index}`, balances };
  });
  const total = (month: number) => debts.reduce((sum, { balances }) => sum + (balances[month] ?? 0), 0);
  const all = monthNames(months + 1);
  return {
    months: all,
    debts,
    // Somewhat slower: what this plan owes now, the other one owes a tenth of the way later.
    other: all.map((_, month) => Math.round(total(Math.floor(month * 0.9)) * 100) / 100),
    end: all.at(-1) ?? '',
    words: planWords[language],
  };
}

function monthNames(count: number): readonly string[] {
  const first = Temporal.PlainYearMonth.from('2026-11');
  return Array.from({ length: count }, (_, index) => first.add({ months: index }).toString());
}

const costWords: Readonly<Record<Language, { words: CostChart['words']; parts: readonly string[] }>> = {
  en: {
    words: { title: '¥8,000 on a credit card, 20 days overdue', owed: 'Owed in all', days: 'days' },
    parts: ['Amount', 'Interest', 'Late fee'],
  },
  'zh-Hans': {
    words: { title: '信用卡8000元逾期20天', owed: '一共要还', days: '天' },
    parts: ['本金', '利息', '违约金'],
  },
  'zh-Hant': {
    words: { title: '信用卡8000元逾期20天', owed: '一共要還', days: '天' },
    parts: ['本金', '利息', '違約金'],
  },
};

/** ¥8,000 at 0.05 % a day, compounded monthly, and a fee from the first day on. */
export function sampleCost(language: Language, length = 20): CostChart {
  const days = Array.from({ length: length + 1 }, (_, day) => day);
  const round = (value: number) => Math.round(value * 100) / 100;
  const amounts = [
    days.map(() => 8_000),
    days.map((day) => round(8_000 * (1.015 ** Math.floor(day / 30) * (1 + 0.0005 * (day % 30)) - 1))),
    days.map((day) => (day === 0 ? 0 : 40)),
  ];
  const { words, parts } = costWords[language];
  return {
    days,
    owed: days.map((_, day) => round(amounts.reduce((sum, list) => sum + (list[day] ?? 0), 0))),
    parts: parts.map((label, index) => ({ label, amounts: amounts[index] ?? [] })),
    words,
  };
}

type StageWords = { title: string; here: string; stages: readonly (readonly [days: string, label: string])[] };

const stageWords: Readonly<Record<Language, StageWords>> = {
  en: {
    title: 'Credit card, overdue: what usually happens',
    here: 'You are here: day 45',
    stages: [
      ['Day 1 to 3', 'Reminder by text message; many banks allow some days of grace'],
      ['Day 4 to 30', 'Calls from the bank; the delay can be reported to the credit record'],
      ['Day 31 to 90', 'More calls, a written demand, the card may be stopped; instalments can be asked for'],
      ['Day 91 to 180', 'A collection company may call for the bank, within the rules'],
      ['From day 181', 'The bank may go to court: first papers, then a date, then a judgment'],
    ],
  },
  'zh-Hans': {
    title: '信用卡逾期：通常会怎样',
    here: '你在这里：第45天',
    stages: [
      ['第1至3天', '短信提醒，不少银行有几天宽限期'],
      ['第4至30天', '银行来电，逾期可能报送征信'],
      ['第31至90天', '电话变多，收到书面催收，卡可能被停用；可以申请个性化分期'],
      ['第91至180天', '银行可能委托催收公司，催收也要守规矩'],
      ['第181天起', '银行可能起诉：先送达材料，再开庭，然后判决'],
    ],
  },
  'zh-Hant': {
    title: '信用卡逾期：通常會怎樣',
    here: '你在這裡：第45天',
    stages: [
      ['第1至3天', '簡訊提醒，不少銀行有幾天寬限期'],
      ['第4至30天', '銀行來電，逾期可能報送徵信'],
      ['第31至90天', '電話變多，收到書面催收，卡可能被停用；可以申請個性化分期'],
      ['第91至180天', '銀行可能委託催收公司，催收也要守規矩'],
      ['第181天起', '銀行可能起訴：先送達材料，再開庭，然後判決'],
    ],
  },
};

const bounds = [
  { from: 1, to: 3 },
  { from: 4, to: 30 },
  { from: 31, to: 90 },
  { from: 91, to: 180 },
  { from: 181 },
] as const;

export function sampleTimeline(language: Language, here = 45): TimelineChart {
  const { title, here: words, stages } = stageWords[language];
  return {
    stages: bounds.map((bound, index) => ({
      days: stages[index]?.[0] ?? '',
      label: stages[index]?.[1] ?? '',
      ...bound,
    })),
    here,
    words: { title, here: words.replace('45', `${here}`) },
  };
}
