/** Waits until so many more may go out, spread evenly; what was not used is not saved up. */
export function createBudget(
  perSecond: number,
  clock: () => number,
  sleep: (ms: number) => Promise<void>,
): (count: number) => Promise<void> {
  let free = 0;
  return async (count) => {
    const now = clock();
    const wait = free - now;
    free = Math.max(free, now) + (count * 1000) / perSecond;
    if (wait > 0) await sleep(wait);
  };
}
