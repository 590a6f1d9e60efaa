// What it costs to be late, by kind of debt.
import { type Accrual, interestByDay } from './interest.ts';
import { decimal, type Fen, fraction, type Rate, shareOf } from './money.ts';
import { monthDays } from './rates.ts';

/** Amounts after each day, index 0 to the number of days. */
export type LateCost = {
  readonly interestByDay: readonly Fen[];
  readonly chargesByDay: readonly Fen[];
  readonly interest: Fen;
  readonly charges: Fen;
  /** What is owed in all: the open amount, interest and charges. */
  readonly total: Fen;
  readonly open: Fen;
  /** Interest of one more day. */
  readonly perDay: Fen;
};

export type CardCase = {
  /** The bill, and what was paid of it in time. */
  readonly amount: Fen;
  readonly paid: Fen;
  readonly yearlyRate: Rate;
  readonly days: number;
  /** 全额计息 counts on the whole bill, others on what is unpaid: the contract decides (facts.md 2.7). */
  readonly basis: 'whole' | 'unpaid';
  /** Share of the bill that was the minimum payment: 0.1 or 0.05 (facts.md 2.5, S26). */
  readonly minimum: Rate;
  /** Share of the unpaid part of the minimum: 0.05 at practically all banks (facts.md 2.4, S25). */
  readonly lateCharge: Rate;
};

/**
 * A card bill that was not paid in full.
 *
 * Interest: basis × daily rate × days, compounded every 30 days (facts.md 2.7). Late charge: 5 % × (minimum − paid), once
 * for each bill that is missed, that is on day 1 and every 30 days after; always of the same minimum, though a later
 * minimum contains the missed ones, so that this is the least. No interest on charges (银发〔2016〕111号, facts.md 2.3).
 */
export function cardCost(card: CardCase): LateCost {
  const open = Math.max(0, card.amount - card.paid);
  const base = card.basis === 'whole' && open > 0 ? card.amount : open;
  const missing = Math.max(0, shareOf(card.amount, fraction(card.minimum)) - card.paid);
  const each = shareOf(missing, fraction(card.lateCharge));
  return late({ base, yearlyRate: card.yearlyRate, compound: true }, open, card.days, (day) =>
    day === 0 ? 0 : each * Math.ceil(day / monthDays),
  );
}

export type BankLoanCase = {
  /** Principal that is overdue. */
  readonly amount: Fen;
  /** Interest that was due and is unpaid. */
  readonly interestDue: Fen;
  readonly contractRate: Rate;
  /** 0.3 to 0.5 of the contract rate. */
  readonly penalty: Rate;
  readonly days: number;
};

/**
 * An ordinary bank loan: penalty rate = contract rate × (1 + 30 % to 50 %), from the first day overdue; unpaid interest
 * is compounded at the penalty rate (银发〔2003〕251号 §3, facts.md 2.14), here every 30 days.
 */
export function bankLoanCost(loan: BankLoanCase): LateCost {
  const accrual = {
    base: loan.amount + loan.interestDue,
    yearlyRate: penaltyRate(loan.contractRate, loan.penalty),
    compound: true,
  };
  return late(accrual, loan.amount + loan.interestDue, loan.days, () => 0);
}

export function penaltyRate(contractRate: Rate, penalty: Rate): Rate {
  return contractRate.times(decimal(1).plus(penalty));
}

/** Any other loan: amount × all-in yearly rate ÷ 365 × days, no interest on interest. */
export function simpleCost(amount: Fen, yearlyRate: Rate, days: number): LateCost {
  return late({ base: amount, yearlyRate, compound: false }, amount, days, () => 0);
}

function late(accrual: Accrual, open: Fen, days: number, chargesOn: (day: number) => Fen): LateCost {
  const owed = interestByDay(accrual, days + 1);
  const interest = owed[days] ?? 0;
  const chargesByDay = Array.from({ length: days + 1 }, (_, day) => chargesOn(day));
  const charges = chargesByDay[days] ?? 0;
  return {
    interestByDay: owed.slice(0, days + 1),
    chargesByDay,
    interest,
    charges,
    open,
    total: open + interest + charges,
    perDay: (owed[days + 1] ?? 0) - interest,
  };
}

/**
 * By how much interest and charges pass a yearly ceiling on the same amount and days; 0 when they do not.
 * Ceilings are simple yearly rates on the principal: facts.md 5.1 (4 × LPR), 5.4 (24 %), 5.7 (24 %).
 */
export function aboveCeiling(amount: Fen, taken: Fen, ceiling: Rate, days: number): Fen {
  return Math.max(0, taken - simpleCost(amount, ceiling, days).interest);
}
