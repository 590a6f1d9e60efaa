// Numbers that a law or a bank may change: their value on a day, and how they are written in each language.
import type { Parameter } from './schema.ts';
import type { Written } from './terms.ts';

export class UnknownValueError extends RangeError {
  constructor(parameter: Parameter, day: string) {
    super(`The value of ${parameter.id} on ${day} is not known.`);
    this.name = 'UnknownValueError';
  }
}

export type Value = Parameter['values'][number];

/**
 * The value in force on a day.
 * @param day ISO date
 * @throws UnknownValueError outside the range that was found: "not known" is an answer, a guess is not.
 */
export function valueOn(parameter: Parameter, day: string): Value['value'] {
  const entry = parameter.values.findLast((value) => value.from <= day);
  if (!entry || (entry.until !== undefined && entry.until < day)) throw new UnknownValueError(parameter, day);
  return entry.value;
}

/** The value to print on a day; after its known range the last one, with the day up to which it is known. */
function printed(parameter: Parameter, day: string, language: Written): string {
  const entry = parameter.values.findLast((value) => value.from <= day) ?? parameter.values[0];
  if (!entry) throw new UnknownValueError(parameter, day);
  const text = formatValue(parameter, entry.value, language);
  if (entry.until === undefined || entry.until >= day) return text;
  return language === 'en' ? `${text} (as of ${entry.until})` : `${text}（截至${entry.until}）`;
}

const numbers = { en: new Intl.NumberFormat('en'), zh: new Intl.NumberFormat('zh-Hans') } as const;

/** Writes a value with its unit: 50000 cny is "CNY 50,000" and 「5万元」. */
export function formatValue(parameter: Parameter, value: Value['value'], language: Written): string {
  if (typeof value === 'string') return value;
  const number = numbers[language].format(value);
  const one = value === 1;
  switch (parameter.unit) {
    case 'years':
      return language === 'en' ? `${number} ${one ? 'year' : 'years'}` : `${number}年`;
    case 'months':
      return language === 'en' ? `${number} ${one ? 'month' : 'months'}` : `${number}个月`;
    case 'days':
      return language === 'en' ? `${number} ${one ? 'day' : 'days'}` : `${number}日`;
    case 'hours':
      return language === 'en' ? `${number} ${one ? 'hour' : 'hours'}` : `${number}小时`;
    case 'times':
      return language === 'en' ? `${number}` : `${number}次`;
    case 'people':
      return language === 'en' ? `${number}` : `${number}人`;
    case 'cny':
      if (language === 'en') return `CNY ${number}`;
      return value >= 10_000 && value % 1_000 === 0 ? `${numbers.zh.format(value / 10_000)}万元` : `${number}元`;
    case 'percent':
      return `${value}%`;
    case 'percent-a-day':
      return language === 'en' ? `${value}% a day` : `每日${value}%`;
    case 'clock':
    case 'number':
      return number;
    default:
      return parameter.unit satisfies never;
  }
}

const placeholder = /\{\{([a-z0-9-]+)\}\}/g;

/** The ids of the parameters that a text is waiting for. */
export function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].map((match) => match[1] ?? '');
}

/** Writes the parameters' values on a day into a text. Unknown ids are refused by a check before any text is shown. */
export function fill(text: string, parameters: ReadonlyMap<string, Parameter>, language: Written, day: string): string {
  return text.replace(placeholder, (whole, id: string) => {
    const parameter = parameters.get(id);
    return parameter ? printed(parameter, day, language) : whole;
  });
}
