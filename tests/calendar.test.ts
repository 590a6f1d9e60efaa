import { afterEach, describe, expect, it } from 'vitest';
import { makeCalendar } from '../src/calendar.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

function written(label: string): string {
  const entries = [{ id: 'abc', label, dates: ['2026-11-30', '2027-02-28'], leadDays: [1, 0], time: '09:00' }];
  return new TextDecoder().decode(
    makeCalendar({ name: '还款日', entries, at: Temporal.Instant.from('2026-11-22T04:00:00Z') }),
  );
}

describe('the calendar file', () => {
  it.each(['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Auckland'])(
    'has the same days and alarms when the server lives in %s',
    (server) => {
      process.env.TZ = server;
      const lines = written('招行卡').split('\r\n');
      expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual([
        'DTSTART;VALUE=DATE:20261130',
        'DTSTART;VALUE=DATE:20270228',
      ]);
      // Nine in the morning of the day before is 15 hours before midnight; of the day itself, 9 hours after its start.
      expect(lines.filter((line) => line.startsWith('TRIGGER')).slice(0, 2)).toEqual([
        'TRIGGER;RELATED=START:-PT15H',
        'TRIGGER;RELATED=START:PT9H',
      ]);
    },
  );

  it('keeps its lines whole whatever the label is', () => {
    const text = written('卡; 1, \\ x\nBEGIN:VEVENT');
    expect(text.split('\r\n').filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    expect(text).toContain('SUMMARY:卡\\; 1\\, ');
  });
});
