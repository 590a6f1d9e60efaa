// Numbers as people write them: 二十五, 两万五, 1.2万, twenty-five, a hundred.

const chineseDigits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const chineseUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** Characters of a Chinese number, for a character class. */
export const chineseNumerals = '零〇一二两俩三四五六七八九十百千万';

/** 二十五 → 25, 两万五 → 25000, 1万2 → 12000, 二〇二六 → 2026, 1.5万 → 15000; undefined when it is no number. */
export function chineseNumber(text: string): number | undefined {
  const parts = text.match(/\d+(?:\.\d+)?|[^\d.]/g);
  if (!parts || parts.join('') !== text) return undefined;
  if (parts.every((part) => part in chineseDigits) && parts.length > 1)
    return Number(parts.map((part) => chineseDigits[part]).join(''));
  return addUp(parts);
}

function addUp(parts: readonly string[]): number | undefined {
  let [total, section, digit, unit, zero] = [0, 0, -1, 1, false];
  for (const part of parts) {
    const value = chineseDigits[part] ?? (/^\d/.test(part) ? Number(part) : undefined);
    const size = chineseUnits[part];
    if (value !== undefined) {
      if (digit > 0) return undefined;
      digit = value;
      zero = value === 0;
      if (zero) unit = 1;
    } else if (size === 10_000) {
      total = (section + Math.max(digit, 0)) * size;
      [section, digit, unit] = [0, -1, size];
    } else if (size !== undefined) {
      section += (digit < 0 ? 1 : digit) * size;
      [digit, unit] = [-1, size];
    } else return undefined;
  }
  // 两万五 leaves out the last unit: the 五 counts thousands.
  const tail = Math.max(digit, 0) * (unit > 10 && !zero ? unit / 10 : 1);
  return total + section + tail;
}

const ones = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ordinals: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
};

/** Pattern sources, without groups of their own. */
export const englishNumeral = `(?:(?:${tens.join('|')})(?:[- ](?:${ones.join('|')}))?|${teens.join('|')}|${ones.join('|')})`;
export const ordinalWord = `(?:(?:twenty|thirty)[- ](?:${Object.keys(ordinals).slice(0, 9).join('|')})|${Object.keys(ordinals).join('|')})`;

/** "twenty-five" → 25, "a" → 1, "12" → 12; undefined when it is no number below a hundred or plain digits. */
export function englishNumber(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  if (/^\d+(?:\.\d+)?$/.test(word)) return Number(word);
  if (word === 'a' || word === 'an') return 1;
  if (word === 'a couple of' || word === 'couple of') return 2;
  const [first = '', second = ''] = word.split(/[- ]/);
  const ten = tens.indexOf(first);
  if (ten >= 0) return (ten + 2) * 10 + (second === '' ? 0 : ones.indexOf(second) + 1);
  const teen = teens.indexOf(word);
  if (teen >= 0) return teen + 10;
  const one = ones.indexOf(word);
  return one >= 0 ? one + 1 : undefined;
}

/** "25th" → 25, "twenty-fifth" → 25, "thirty first" → 31. */
export function ordinalNumber(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  const digits = word.match(/^(\d{1,2})(?:st|nd|rd|th)$/);
  if (digits) return Number(digits[1]);
  if (ordinals[word] !== undefined) return ordinals[word];
  const [first = '', second = ''] = word.split(/[- ]/);
  const ten = tens.indexOf(first);
  const one = ordinals[second];
  return ten >= 0 && one !== undefined ? (ten + 2) * 10 + one : undefined;
}

/** Either language's number. */
export function readNumber(text: string): number | undefined {
  return englishNumber(text) ?? chineseNumber(text.trim());
}
