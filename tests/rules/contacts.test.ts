import { describe, expect, it } from 'vitest';
import { type ContactKind, type ContactLimits, contactDays, isQuiet } from '../../src/rules/contacts.ts';

const limits: ContactLimits = { connectedCalls: 3, tries: 6, visits: 1, quiet: { from: '22:00', until: '08:00' } };
const at = (date: string, time: string, kind: ContactKind = 'call') => ({ date, time, kind });

describe('contacts of collectors, counted', () => {
  it('are over the limit only above it, each day for itself', () => {
    const three = ['09:00', '10:00', '11:00'].map((time) => at('2026-11-20', time));
    expect(contactDays(three, limits)[0]?.over.calls).toBe(false);
    const days = contactDays([...three, at('2026-11-20', '12:00'), at('2026-11-21', '12:00')], limits);
    expect(days.map(({ date, over }) => [date, over.calls])).toEqual([
      ['2026-11-21', false],
      ['2026-11-20', true],
    ]);
  });

  it('count a missed call as a try and not as a connected call', () => {
    const missed = Array.from({ length: 7 }, (_, hour) => at('2026-11-20', `1${hour}:00`, 'missed'));
    expect(contactDays(missed, limits)[0]).toMatchObject({
      counts: { call: 0, missed: 7 },
      over: { calls: false, tries: true },
    });
  });

  it('are at night from the first minute of the quiet hours to the last', () => {
    const { quiet } = limits;
    expect(['22:00', '23:59', '00:00', '07:59'].map((time) => isQuiet(time, quiet))).toEqual([true, true, true, true]);
    expect(['21:59', '08:00', '12:00'].map((time) => isQuiet(time, quiet))).toEqual([false, false, false]);
    expect(isQuiet('13:00', { from: '12:00', until: '14:00' })).toBe(true);
    expect(contactDays([at('2026-11-20', '22:30', 'message')], limits)[0]?.atNight).toBe(1);
  });
});
