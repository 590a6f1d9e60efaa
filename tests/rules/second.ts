// The same sums a second time, another way: fractions of BigInt, one debt at a time, balances carried forward.

type Ratio = { readonly n: bigint; readonly d: bigint };

/** "18.25" percent → 1825/10000. */
export function ratioOfPercent(text: string): Ratio {
  const [whole = '0', part = ''] = text.replace('-', '').split('.');
  return { n: BigInt(whole + part) * (text.startsWith('-') ? -1n : 1n), d: 100n * 10n ** BigInt(part.length) };
}

function halfUp(n: bigint, d: bigint): bigint {
  const twice = (n * 2n) / d;
  return (twice + 1n) / 2n;
}

/** Interest after so many days, by whole months first and the rest of days after. */
export function secondInterest(base: number, percentAYear: string, days: number, compound: boolean): number {
  const { n, d } = ratioOfPercent(percentAYear);
  const over = (amount: bigint, count: number) => halfUp(amount * n * BigInt(count), d * 365n);
  if (!compound) return Number(over(BigInt(base), days));
  let balance = BigInt(base);
  for (let month = 0; month < Math.floor((days - 1) / 30); month += 1) balance += over(balance, 30);
  const rest = days === 0 ? 0 : ((days - 1) % 30) + 1;
  return Number(balance + over(balance, rest) - BigInt(base));
}

export type SecondDebt = { readonly balance: number; readonly percent: string; readonly minimum: number };

/** A queue of debts sorted once; each month the money walks along it twice. */
export function secondPayoff(
  debts: readonly SecondDebt[],
  monthly: number,
  strategy: 'avalanche' | 'snowball',
): { months: number; interest: number; paid: number; order: number[]; done: boolean } {
  const queue = debts.map((debt, index) => ({
    index,
    balance: BigInt(debt.balance),
    rate: ratioOfPercent(debt.percent),
    minimum: BigInt(debt.minimum),
  }));
  queue.sort((a, b) => {
    const rate = b.rate.n * a.rate.d - a.rate.n * b.rate.d;
    const balance = a.balance - b.balance;
    const keys = strategy === 'avalanche' ? [rate, balance] : [balance, rate];
    const key = keys.find((it) => it !== 0n);
    return key === undefined ? a.index - b.index : key < 0n ? -1 : 1;
  });
  let [interest, paid, months] = [0n, 0n, 0];
  const order: number[] = [];
  const most = 10n * queue.reduce((total, debt) => total + debt.balance, 0n);
  while (queue.length > 0 && months < 600 && queue.reduce((total, debt) => total + debt.balance, 0n) <= most) {
    months += 1;
    let purse = BigInt(monthly);
    for (const debt of queue) {
      const added = halfUp(debt.balance * debt.rate.n, debt.rate.d * 12n);
      interest += added;
      debt.balance += added;
      const least = debt.minimum < debt.balance ? debt.minimum : debt.balance;
      debt.balance -= least;
      purse -= least;
      paid += least;
    }
    for (const debt of queue) {
      const more = purse < debt.balance ? purse : debt.balance;
      debt.balance -= more;
      purse -= more;
      paid += more;
    }
    for (const debt of queue.filter((it) => it.balance === 0n)) order.push(debt.index);
    queue.splice(0, queue.length, ...queue.filter((it) => it.balance !== 0n));
  }
  const open = debts.filter(({ balance }, index) => balance === 0 && !order.includes(index));
  return {
    months,
    interest: Number(interest),
    paid: Number(paid),
    order,
    done: queue.length === 0 && open.length === 0,
  };
}

const scale = 10n ** 30n;

/** The rate of one period in percent, two decimals: what is owed, carried forward, is 0 after the last payment. */
export function secondRate(flows: readonly { readonly at: number; readonly amount: number }[]): string {
  const last = Math.max(...flows.map(({ at }) => at));
  const owedAtEnd = (rate: bigint) => {
    let owed = 0n;
    for (let at = 0; at <= last; at += 1) {
      if (at > 0) owed = (owed * (scale + rate)) / scale;
      for (const flow of flows) if (flow.at === at) owed += BigInt(flow.amount) * scale;
    }
    return owed;
  };
  let [low, high] = [-(scale * 99n) / 100n, scale * 100n];
  for (let step = 0; step < 130; step += 1) {
    const middle = (low + high) / 2n;
    if (owedAtEnd(middle) < 0n) low = middle;
    else high = middle;
  }
  return (Number((low * 10n ** 14n) / scale) / 1e12).toFixed(8);
}
