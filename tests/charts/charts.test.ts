import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizes } from '../../src/charts/canvas.ts';
import { createCharts } from '../../src/charts/charts.ts';
import { accent, areas, ink, onAccent, paper, softInk, tint } from '../../src/charts/palette.ts';
import { languages } from '../../src/core/language.ts';
import { contrast, countOther, countOtherInFrame, headerOf, isOpaque, pixelsOf } from './pixels.ts';
import { sampleCost, samplePlan, sampleTimeline } from './samples.ts';

const charts = createCharts();
/** Pixels along the edges that stay empty: a label that is cut off would be there. */
const frame = 24;

const pictures = languages.flatMap((language) => [
  ...[1, 3, 12, 30].map((count) => ({
    name: `plan of ${count} in ${language}`,
    draw: () => charts.plan(samplePlan(language, count), language),
  })),
  { name: `plan over 600 months in ${language}`, draw: () => charts.plan(samplePlan(language, 3, 600), language) },
  { name: `plan over one month in ${language}`, draw: () => charts.plan(samplePlan(language, 2, 1), language) },
  ...[0, 1, 20, 3650].map((days) => ({
    name: `cost of ${days} days in ${language}`,
    draw: () => charts.cost(sampleCost(language, days), language),
  })),
  ...[0, 45, 999].map((day) => ({
    name: `stages on day ${day} in ${language}`,
    draw: () => charts.timeline(sampleTimeline(language, day), language),
  })),
]);

describe('a picture', () => {
  it.each(pictures)('is an opaque PNG 1080 wide with nothing cut off at the edges: $name', async ({ draw }) => {
    const png = await draw();
    const { width, height } = headerOf(png);
    expect(width).toBe(1080);
    // Telegram takes a photo up to 10,000 for both together and 20 times as long as wide; a phone shows twice well.
    expect(height).toBeGreaterThan(500);
    expect(height).toBeLessThan(2_100);
    expect(png.length).toBeLessThan(1_000_000);
    const picture = await pixelsOf(png);
    expect(isOpaque(picture)).toBe(true);
    expect(countOther(picture, paper)).toBeGreaterThan(10_000);
    expect(countOtherInFrame(picture, paper, frame)).toBe(0);
  });

  it('is the same for the same numbers', async () => {
    const draw = () => charts.plan(samplePlan('zh-Hans', 3), 'zh-Hans');
    expect(Buffer.from(await draw()).equals(Buffer.from(await draw()))).toBe(true);
  });

  it('keeps apart two that are drawn at the same time', async () => {
    const alone = await charts.cost(sampleCost('en'), 'en');
    const [together] = await Promise.all([
      charts.cost(sampleCost('en'), 'en'),
      charts.plan(samplePlan('zh-Hant', 12), 'zh-Hant'),
      charts.timeline(sampleTimeline('zh-Hans'), 'zh-Hans'),
    ]);
    expect(Buffer.from(together).equals(Buffer.from(alone))).toBe(true);
  });

  it('has the flag only when the debts end', async () => {
    const { end, ...endless } = samplePlan('en', 3);
    expect(end).toBeDefined();
    const [with_, without] = await Promise.all([
      charts.plan(samplePlan('en', 3), 'en').then(pixelsOf),
      charts.plan(endless, 'en').then(pixelsOf),
    ]);
    expect(countOther(with_, paper)).toBeGreaterThan(countOther(without, paper) + 10_000);
  });
});

describe('the words of a picture', () => {
  it.each(languages)('are drawn in %s', async (language) => {
    const chart = sampleTimeline(language);
    const silent = chart.stages.map((stage) => ({ ...stage, label: ' ' }));
    const [spoken, quiet] = await Promise.all([
      charts.timeline({ ...chart, stages: chart.stages.slice(0, 1) }, language).then(pixelsOf),
      charts.timeline({ ...chart, stages: silent.slice(0, 1) }, language).then(pixelsOf),
    ]);
    expect(countOther(spoken, paper) - countOther(quiet, paper)).toBeGreaterThan(1_500);
  });

  it('differ from character to character: none is an empty box', async () => {
    const drawn = new Set<string>();
    const characters = [...'逾期還还款罚罰息違违约約金征徵信銀银行起诉訴協协商费費萬万'];
    for (const character of characters) {
      const stages = [{ label: character.repeat(8), days: ' ', from: 1 }];
      const png = await charts.timeline({ stages, here: 1, words: { title: ' ', here: ' ' } }, 'zh-Hans');
      drawn.add(Buffer.from(png).toString('base64'));
    }
    expect(drawn.size).toBe(characters.length);
  });

  it('have the shapes of Taiwan in Traditional Chinese', async () => {
    const chart = sampleTimeline('zh-Hant');
    const [taiwan, mainland] = await Promise.all([
      charts.timeline(chart, 'zh-Hant'),
      charts.timeline(chart, 'zh-Hans'),
    ]);
    expect(Buffer.from(taiwan).equals(Buffer.from(mainland))).toBe(false);
  });

  it('lose what the font lacks instead of showing a box', async () => {
    const chart = sampleTimeline('en');
    const title = chart.words.title;
    const [plain, decorated] = await Promise.all([
      charts.timeline(chart, 'en'),
      charts.timeline({ ...chart, words: { ...chart.words, title: `💳\u202e${title}\u200d 😀\u0000` } }, 'en'),
    ]);
    expect(Buffer.from(decorated).equals(Buffer.from(plain))).toBe(true);
  });

  it('are at least 28 pixels high and stand out from what is behind them', () => {
    expect(Math.min(...Object.values(sizes))).toBeGreaterThanOrEqual(28);
    for (const ground of [paper, tint]) {
      expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(softInk, ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
    expect(areas.filter((colour) => contrast(colour, paper) < 3)).toEqual([]);
    expect(new Set(areas).size).toBe(areas.length);
  });
});

describe('words that nobody expects', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '',
      ' ',
      '长'.repeat(5_000),
      'W'.repeat(5_000),
      'one two '.repeat(900),
      '👩‍👩‍👧‍👦'.repeat(400),
      'ديون بطاقة الائتمان',
      'חוב בכרטיס אשראי',
      '<b>card</b><script>alert(1)</script>',
      '{a|rich}{{x}} %d \\n\n\t',
      'a\u0301\u0302\u0303'.repeat(200),
      '，。！？'.repeat(60),
      '\ud800',
    ),
  );
  // A renderer that meets what is not finite may end the process: no amount gets that far.
  const amount = fc.oneof(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.double(), fc.constantFrom(5e-324, 1e300));

  async function expectWhole(png: Uint8Array): Promise<void> {
    expect(headerOf(png).height).toBeLessThan(3_000);
    expect(countOtherInFrame(await pixelsOf(png), paper, frame)).toBe(0);
  }

  it('never break or overflow a plan', async () => {
    const plan = fc.record({
      labels: fc.array(text, { minLength: 1, maxLength: 30 }),
      months: fc.integer({ min: 1, max: 40 }),
      start: amount,
      words: fc.record({ title: text, owed: text, strategy: text, other: text, end: text }),
      language: fc.constantFrom(...languages),
    });
    await fc.assert(
      fc.asyncProperty(plan, async ({ labels, months, start, words, language }) => {
        const all = Array.from({ length: months }, (_, index) =>
          Temporal.PlainYearMonth.from('2026-11').add({ months: index }).toString(),
        );
        const balances = all.map((_, index) => start * (1 - index / months));
        const debts = labels.map((label) => ({ label, balances }));
        const chart = { months: all, debts, other: balances, end: all[months >> 1] ?? '', words };
        await expectWhole(await charts.plan(chart, language));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('never break or overflow a cost', async () => {
    const cost = fc.record({
      labels: fc.array(text, { minLength: 1, maxLength: 4 }),
      days: fc.integer({ min: 1, max: 400 }),
      end: amount,
      words: fc.record({ title: text, owed: text, days: text }),
      language: fc.constantFrom(...languages),
    });
    await fc.assert(
      fc.asyncProperty(cost, async ({ labels, days: count, end, words, language }) => {
        const days = Array.from({ length: count }, (_, day) => day);
        const amounts = days.map((day) => (end * (day + 1)) / count);
        const parts = labels.map((label) => ({ label, amounts }));
        const owed = amounts.map((each) => each * parts.length);
        await expectWhole(await charts.cost({ days, owed, parts, words }, language));
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('never break or overflow the stages', async () => {
    const stages = fc.array(fc.record({ label: text, days: text }), { minLength: 1, maxLength: 12 });
    const words = fc.record({ title: text, here: text });
    const here = fc.integer({ min: -5, max: 500 });
    await fc.assert(
      fc.asyncProperty(stages, words, here, fc.constantFrom(...languages), async (list, said, day, language) => {
        const chart = list.map((stage, index) => ({ ...stage, from: index * 40, to: index * 40 + 30 }));
        await expectWhole(await charts.timeline({ stages: chart, here: day, words: said }, language));
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('the font', () => {
  it('has every character that the bot writes', async () => {
    const { coverageOf } = await import('../../src/charts/coverage.ts');
    const { createScript } = await import('../../src/script.ts');
    const root = new URL('../../', import.meta.url);
    const coverage = coverageOf(readFileSync(new URL('src/charts/font/chart-sans.otf', root)));
    const topics = new URL('src/knowledge/topics/', root);
    const files = readdirSync(topics, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
    const texts = [
      ...files.map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), topics), 'utf8')),
      ...['en', 'zh'].map((name) => readFileSync(new URL(`locales/${name}.ftl`, root), 'utf8')),
    ];
    const script = createScript();
    const all = texts.flatMap((text) => [
      text,
      script.traditional(text, 'taiwan'),
      script.traditional(text, 'hong-kong'),
    ]);
    const missing = new Set(
      all.flatMap((text) => text.match(/\p{Script=Han}|[¥，。、；：？（）《》「」“”]/gu) ?? []),
    ).difference(new Set([...coverage].map((code) => String.fromCodePoint(code))));
    expect([...missing]).toEqual([]);
  });
});

describe('the start of the bot', () => {
  it('loads neither the renderer nor the chart library nor the font before the first picture', () => {
    const script = `
      const { createMind } = await import('./src/services.ts');
      const { createRequire } = await import('node:module');
      const { sampleTimeline, samplePlan } = await import('./tests/charts/samples.ts');
      const loaded = () => ({
        renderer: process.report.getReport().sharedObjects.some((name) => name.includes('skia')),
        library: Object.keys(createRequire(import.meta.url).cache).some((name) => name.includes('echarts')),
      });
      const { charts } = await createMind();
      const before = loaded();
      await charts.timeline(sampleTimeline('en'), 'en');
      const between = loaded();
      await charts.plan(samplePlan('en', 1), 'en');
      console.log(JSON.stringify([before, between, loaded()]));
    `;
    const cwd = fileURLToPath(new URL('../../', import.meta.url));
    const out = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd, encoding: 'utf8' });
    expect(JSON.parse(out)).toEqual([
      { renderer: false, library: false },
      { renderer: true, library: false },
      { renderer: true, library: true },
    ]);
  });
});
