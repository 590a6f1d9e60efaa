// Notices a card number, an ID number, a password or a one-time code that somebody posts, and takes it out.
import type { Secrets } from './schema.ts';

export type SecretAssessment = {
  readonly kind: 'secret';
  readonly what: 'card' | 'id-number' | 'password' | 'code';
  /** The message without it; nothing else of it is ever used. */
  readonly rest: string;
};

export type SecretReader = { assess(text: string): SecretAssessment | undefined };

/** 13 to 19 digits, in groups or not; an ID number may end in X. */
const longNumber = /(?<![\d.])\d(?:[ -]?\d){11,17}[\dXx](?![\d.]\d|\d)/g;

export function createSecretReader(data: Secrets): SecretReader {
  const rules = data.rules.flatMap(({ what, patterns }) =>
    patterns.map((pattern) => ({ what, pattern: new RegExp(pattern, 'iu') })),
  );
  return {
    assess(text) {
      const plain = text.normalize('NFKC').slice(0, 6_000);
      for (const [found] of plain.matchAll(longNumber)) {
        const digits = found.replace(/[ -]/g, '').toUpperCase();
        const what = isIdNumber(digits) ? 'id-number' : isCardNumber(digits) ? 'card' : undefined;
        if (what) return { kind: 'secret', what, rest: plain.replaceAll(longNumber, ' ').trim() };
      }
      for (const { what, pattern } of rules) {
        const secret = pattern.exec(plain)?.[1];
        if (secret !== undefined) return { kind: 'secret', what, rest: plain.replaceAll(secret, ' ').trim() };
      }
      return undefined;
    },
  };
}

/** Luhn's check over 13 to 19 digits that begin as payment cards do. */
export function isCardNumber(digits: string): boolean {
  if (!/^[2-6]\d{12,18}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const idChecks = '10X98765432';

/** Eighteen characters of a mainland ID card: a birthday inside and a check character (GB 11643-1999). */
export function isIdNumber(text: string): boolean {
  if (!/^[1-9]\d{5}(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(text)) return false;
  const sum = idWeights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return idChecks[sum % 11] === text[17];
}
