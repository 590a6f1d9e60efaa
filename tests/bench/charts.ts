// npm run bench:charts: milliseconds of a picture, the first one with its libraries and font, and the memory after it.
import { createCharts } from '../../src/charts/charts.ts';
import { languages } from '../../src/core/language.ts';
import { sampleCost, samplePlan, sampleTimeline } from '../charts/samples.ts';

const rounds = 20;
/** Milliseconds of work for a picture after the first; those on the clock depend on what else the machine does. */
const budget = 300;

const charts = createCharts();
const memoryBefore = process.memoryUsage().rss;
const first = await timed(() => charts.plan(samplePlan('zh-Hans', 3), 'zh-Hans'));
const added = (process.memoryUsage().rss - memoryBefore) / 1024 / 1024;
console.log(`first picture with libraries and font: ${first.time.toFixed(0)} ms, ${added.toFixed(0)} MB more`);

const pictures: readonly { name: string; draw: (round: number) => Promise<Uint8Array> }[] = [
  ...[1, 3, 12].map((count) => ({
    name: `plan, ${count} debts, 26 months`,
    draw: (round: number) => charts.plan(samplePlan(languageOf(round), count), languageOf(round)),
  })),
  {
    name: 'plan, 30 debts, 600 months',
    draw: (round) => charts.plan(samplePlan(languageOf(round), 30, 600), languageOf(round)),
  },
  { name: 'cost, 20 days', draw: (round) => charts.cost(sampleCost(languageOf(round)), languageOf(round)) },
  { name: 'cost, 3,650 days', draw: (round) => charts.cost(sampleCost(languageOf(round), 3_650), languageOf(round)) },
  { name: 'stages', draw: (round) => charts.timeline(sampleTimeline(languageOf(round)), languageOf(round)) },
];

for (const { name, draw } of pictures) {
  const times: number[] = [];
  let bytes = 0;
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) {
    const { time, size } = await timed(() => draw(round));
    times.push(time);
    bytes = Math.max(bytes, size);
  }
  const { user, system } = process.cpuUsage(before);
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[rounds >> 1] ?? 0;
  const slow = sorted[Math.floor(rounds * 0.95)] ?? 0;
  const work = (user + system) / 1000 / rounds;
  console.log(
    `${name}: median ${median.toFixed(0)} ms, p95 ${slow.toFixed(0)} ms, ` +
      `CPU ${work.toFixed(0)} ms, at most ${Math.round(bytes / 1024)} KB`,
  );
  if (work > budget) {
    console.error(`${name} takes more than ${budget} ms.`);
    process.exitCode = 1;
  }
}
console.log(`resident memory at the end: ${(process.memoryUsage().rss / 1024 / 1024).toFixed(0)} MB`);

function languageOf(round: number) {
  return languages[round % languages.length] ?? 'en';
}

async function timed(draw: () => Promise<Uint8Array>): Promise<{ time: number; size: number }> {
  const begin = performance.now();
  const { length } = await draw();
  return { time: performance.now() - begin, size: length };
}
