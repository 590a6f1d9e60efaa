import { describe, expect, it } from 'vitest';
import { nextNotice, noticesOf, type Plan } from '../../src/rules/occurrences.ts';

const zones = [
  'Europe/London',
  'Europe/Berlin',
  'Europe/Athens',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Jerusalem',
  'Asia/Beirut',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'America/Asuncion',
  'America/Nuuk',
  'Atlantic/Azores',
  'Antarctica/Troll',
];

type Change = { readonly zone: string; readonly at: Temporal.ZonedDateTime; readonly minutes: number };

function* changes(zone: string): Generator<Change> {
  const end = Temporal.ZonedDateTime.from(`2031-01-01T00:00[${zone}]`);
  let at = Temporal.ZonedDateTime.from(`2026-01-01T00:00[${zone}]`).getTimeZoneTransition('next');
  while (at && Temporal.ZonedDateTime.compare(at, end) < 0) {
    const before = at.toInstant().subtract({ seconds: 1 }).toZonedDateTimeISO(zone);
    yield { zone, at, minutes: (at.offsetNanoseconds - before.offsetNanoseconds) / 60e9 };
    at = at.getTimeZoneTransition('next');
  }
}

const all = zones.flatMap((zone) => [...changes(zone)]);
const planAt = (day: string, time: string, zone: string): Plan => ({
  schedule: { kind: 'once', date: day },
  notice: { leadDays: [0], time, zone, workingDayBefore: false },
});
const always = () => 'working' as const;

describe('changes of the clock from 2026 to 2030', () => {
  it('are at least eight in each of at least twelve zones', () => {
    const counts = zones.map((zone) => all.filter((change) => change.zone === zone).length);
    expect(counts.filter((count) => count >= 8).length).toBeGreaterThanOrEqual(12);
    expect(all.length).toBeGreaterThan(150);
  });

  it('move a time that does not exist forward by the length of the gap', () => {
    const gaps = all.filter(({ minutes }) => minutes > 0);
    expect(gaps.length).toBeGreaterThan(70);
    for (const { zone, at, minutes } of gaps) {
      const last = at.subtract({ nanoseconds: 1 });
      // The wall clock jumps from here …
      const from = last.toPlainDateTime().add({ nanoseconds: 1 });
      const inside = from.add({ minutes: Math.floor(minutes / 2) });
      const [notice] = noticesOf(
        inside.toPlainDate().toString(),
        planAt(inside.toPlainDate().toString(), hm(inside), zone),
        always,
      );
      const shown = notice?.at.toZonedDateTimeISO(zone).toPlainDateTime().toString();
      expect(`${zone} ${shown}`).toBe(`${zone} ${inside.add({ minutes })}`);
    }
  });

  it('fire a time that happens twice once, the first time', () => {
    const folds = all.filter(({ minutes }) => minutes < 0);
    expect(folds.length).toBeGreaterThan(70);
    for (const { zone, at, minutes } of folds) {
      const inside = at.toPlainDateTime().add({ minutes: Math.floor(-minutes / 2) });
      const day = inside.toPlainDate().toString();
      const plan = planAt(day, hm(inside), zone);
      const first = nextNotice(plan, at.toInstant().subtract({ hours: 20 }), always);
      expect(first?.at.toZonedDateTimeISO(zone).toPlainDateTime().toString()).toBe(inside.toString());
      expect(Temporal.Instant.compare(first?.at ?? at.toInstant(), at.toInstant())).toBeLessThan(0);
      const next = first && nextNotice(plan, first.at, always);
      expect(next?.kind).toBe('after');
    }
  });

  it('keep nine in the morning at nine in the morning on the days around each', () => {
    for (const { zone, at } of all) {
      for (const shift of [-1, 0, 1]) {
        const day = at.toPlainDate().add({ days: shift }).toString();
        const [notice] = noticesOf(day, planAt(day, '09:00', zone), always);
        expect(notice?.at.toZonedDateTimeISO(zone).toPlainDateTime().toString()).toBe(`${day}T09:00:00`);
      }
    }
  });
});

function hm(time: Temporal.PlainDateTime): string {
  return time.toPlainTime().toString({ smallestUnit: 'minute' });
}
