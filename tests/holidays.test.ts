import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createWorkCalendar } from '../src/holidays.ts';
import { workingDayBefore } from '../src/rules/occurrences.ts';

describe('working days in mainland China', () => {
  const calendar = createWorkCalendar();

  it('know holidays, make-up days and ordinary weekends of 2026', () => {
    expect(calendar('2026-10-01')).toBe('free');
    expect(calendar('2026-10-10')).toBe('working');
    expect(calendar('2026-10-11')).toBe('free');
    expect(calendar('2026-11-23')).toBe('working');
  });

  it('are unknown in a year without published holidays, also on its weekends', () => {
    expect(calendar('2099-10-01')).toBe('unknown');
    expect(calendar('2099-10-03')).toBe('unknown');
    expect(calendar('2003-10-01')).toBe('unknown');
  });

  it('lead from the end of a long holiday to the day before it', () => {
    expect(workingDayBefore('2026-10-05', calendar)).toBe('2026-09-30');
    expect(workingDayBefore('2099-10-04', calendar)).toBe('2099-10-02');
  });

  it('are the same wherever the machine stands', () => {
    const file = fileURLToPath(new URL('../src/holidays.ts', import.meta.url));
    const script = `const { createWorkCalendar } = await import(${JSON.stringify(file)});
      console.log(['2026-10-01', '2026-10-10', '2026-10-11', '2026-09-30'].map(createWorkCalendar()).join());`;
    for (const TZ of ['America/Los_Angeles', 'Pacific/Kiritimati', 'America/Sao_Paulo', 'UTC']) {
      const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      });
      expect(`${TZ} ${out.trim()}`).toBe(`${TZ} free,working,free,working`);
    }
  });
});
