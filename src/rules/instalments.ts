// Paying down one debt: the level instalment, and paying only the minimum against paying a fixed sum.
import { decimal, type Fen, fraction, type Rate, shareOf } from './money.ts';
import { yearMonths } from './rates.ts';

/** Months after which a simulation gives up: 50 years. */
export const mostMonths = 600;
/** And when so many times the first amount is owed: no payment will catch up with it. */
export const hopeless = 10;

/**
 * The same sum each month: P × i ÷ (1 − (1 + i)^−n), with i a twelfth of the yearly rate (annuity, 等额本息); without
 * interest P ÷ n. Rounded up to the fen, so that the last payment is the smaller one.
 * @param months 1 or more
 */
export function levelInstalment(amount: Fen, yearlyRate: Rate, months: number): Fen {
  if (yearlyRate.isZero()) return Math.ceil(amount / months);
  const rate = yearlyRate.div(yearMonths);
  const shrink = decimal(1).minus(decimal(1).plus(rate).pow(-months));
  return rate.times(amount).div(shrink).ceil().toNumber();
}

/** `left` is what is still owed when it never ends. */
export type PayDown = { readonly months: number; readonly interest: Fen; readonly paid: Fen; readonly left: Fen };

/**
 * Month by month: interest on the balance (a twelfth of the yearly rate, half-up to the fen), then the payment.
 * @param payment what is paid of a balance that already has the month's interest
 */
export function payDown(amount: Fen, yearlyRate: Rate, payment: (balance: Fen) => Fen): PayDown {
  const monthly = fraction(yearlyRate, yearMonths);
  let [balance, interest, paid, months] = [amount, 0, 0, 0];
  while (balance > 0 && months < mostMonths && balance <= hopeless * amount) {
    const added = shareOf(balance, monthly);
    const given = Math.min(balance + added, Math.max(0, payment(balance + added)));
    balance += added - given;
    interest += added;
    paid += given;
    months += 1;
  }
  return { months, interest, paid, left: balance };
}

/** A minimum payment: a share of the balance, and never less than a floor, or it would go on for ever. */
export function minimumPayment(share: Rate, floor: Fen): (balance: Fen) => Fen {
  const part = fraction(share);
  return (balance) => Math.max(floor, shareOf(balance, part));
}
