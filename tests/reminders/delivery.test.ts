import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivering } from '../../src/reminders/tick.ts';
import { openScene, type Scene, type Side, sides, signUp } from './harness.ts';
import { cardCalled } from './services.ts';

describe.each(Object.entries(sides))('reminders on %s', (name, open) => {
  let side: Side;
  let scene: Scene;
  let delivering: Delivering;
  beforeEach(async () => {
    side = await open();
    scene = await openScene('2026-11-20T00:00:00Z');
    delivering = scene.delivering([side.adapter]);
  });
  afterEach(async () => {
    await delivering.stop();
    await side.close();
    await scene.close();
  });
  const isTelegram = name.startsWith('Telegram');

  it('says only the label and when it is due', async () => {
    const reader = side.person();
    await signUp(scene, reader.owner, cardCalled('Blue', { amount: '2350.80' }));
    scene.turn('2026-11-22T01:00:00Z');
    expect(await delivering.tick()).toMatchObject({ delivered: 1 });
    expect(await delivering.tick()).toMatchObject({ delivered: 0 });
    scene.turn('2026-11-24T01:00:00Z');
    await delivering.tick();
    scene.turn('2026-11-25T01:00:00Z');
    await delivering.tick();
    scene.turn('2026-11-26T01:00:00Z');
    await delivering.tick();
    expect(reader.shown().map((words) => words.split('\n')[0])).toEqual([
      'Blue: due in 3 days',
      'Blue: due tomorrow',
      'Blue: due today',
      'Blue: was due yesterday',
    ]);
    expect(scene.lines.join()).not.toMatch(/Blue|2350/);
  });

  it('says in Chinese what was signed up for in Chinese', async () => {
    const reader = side.person();
    await signUp(scene, reader.owner, cardCalled('招行', { language: 'zh-Hans' }));
    scene.turn('2026-11-22T01:00:00Z');
    await delivering.tick();
    expect(reader.shown()).toEqual(['招行：3 天后到期']);
  });

  it('repeats until paid, and ends', async () => {
    const reader = side.person();
    const notice = { leadDays: [0], time: '09:00', zone: 'Asia/Shanghai', workingDayBefore: false };
    const draft = cardCalled('Blue', { notice, repeat: { everyHours: 2, atMost: 5 } });
    const { id } = await signUp(scene, reader.owner, draft);
    scene.turn('2026-11-25T01:00:00Z');
    for (let hours = 0; hours <= 24; hours += 1) {
      if (hours === 5) await scene.store.reminders.settleCycle(reader.owner, id, '2026-11-25', 'paid');
      await delivering.tick();
      scene.pass({ hours: 1 });
    }
    expect(reader.shown()).toHaveLength(3);
    scene.turn('2026-12-25T01:00:00Z');
    for (let hours = 0; hours <= 48; hours += 1) {
      await delivering.tick();
      scene.pass({ hours: 1 });
    }
    // The day itself, five repetitions, the day after.
    expect(reader.shown()).toHaveLength(3 + 7);
  });

  it('suspends the reminders of somebody who blocked the bot, and no others', async () => {
    const [blocked, other] = [side.person(), side.person()];
    await signUp(scene, blocked.owner, cardCalled('Blue'));
    await signUp(scene, blocked.owner, cardCalled('Red'));
    await signUp(scene, other.owner, cardCalled('Green'));
    blocked.block();
    scene.turn('2026-11-22T01:00:00Z');
    expect(await delivering.tick()).toMatchObject({ delivered: 1, gone: 2 });
    expect(other.shown()).toEqual(['Green: due in 3 days']);
    expect((await scene.store.reminders.list(blocked.owner)).map(({ state }) => state)).toEqual([
      'suspended',
      'suspended',
    ]);
    scene.turn('2026-11-23T01:00:00Z');
    expect(await scene.store.reminders.returned(blocked.owner)).toEqual({ undelivered: 2 });
  });

  it('waits for the whole platform when it asks to, and then delivers everything once', async () => {
    const readers = Array.from({ length: 30 }, () => side.person());
    for (const reader of readers) await signUp(scene, reader.owner, cardCalled('Blue'));
    side.refuse(429, 3, 40);
    scene.turn('2026-11-22T01:00:00Z');
    const first = await delivering.tick();
    expect(first.delivered).toBeLessThan(30);
    expect(first.later).toBeGreaterThan(0);
    const before = readers.flatMap((reader) => reader.shown()).length;
    scene.pass({ seconds: 30 });
    await delivering.tick();
    expect(readers.flatMap((reader) => reader.shown())).toHaveLength(before);
    // The adapter keeps the pause, too, on its own clock that runs fifty times as fast.
    await new Promise((resolve) => setTimeout(resolve, 850));
    for (let minute = 0; minute < 5; minute += 1) {
      scene.pass({ seconds: 60 });
      await delivering.tick();
    }
    expect(readers.map((reader) => reader.shown().length)).toEqual(readers.map(() => 1));
  });

  it('comes back after the platform had trouble, and says nothing twice', async () => {
    const readers = Array.from({ length: 12 }, () => side.person());
    for (const reader of readers) await signUp(scene, reader.owner, cardCalled('Blue'));
    side.refuse(500, 60);
    scene.turn('2026-11-22T01:00:00Z');
    for (let minute = 0; minute < 30; minute += 1) {
      await delivering.tick();
      scene.pass({ seconds: 60 });
    }
    expect(readers.map((reader) => reader.shown().length)).toEqual(readers.map(() => 1));
  });

  it('gives up what the platform refuses by itself, keeps the others flowing, and tells of it at the next contact', async () => {
    const [refused, other] = [side.person(), side.person()];
    await signUp(scene, refused.owner, cardCalled('Blue'));
    scene.turn('2026-11-22T01:00:00Z');
    side.refuse(400, 6);
    for (let hour = 0; hour < 8; hour += 1) {
      await delivering.tick();
      scene.pass({ hours: 2 });
    }
    await signUp(scene, other.owner, cardCalled('Green'));
    scene.turn('2026-11-24T01:00:00Z');
    await delivering.tick();
    expect(other.shown()).toHaveLength(1);
    expect(refused.shown()).toEqual(['Blue: due tomorrow']);
    expect(await scene.store.reminders.returned(refused.owner)).toEqual({ undelivered: 1 });
  });

  it('sends once more what was cut off before it was taken', async () => {
    const reader = side.person();
    await signUp(scene, reader.owner, cardCalled('Blue'));
    side.cut('before', 1);
    scene.turn('2026-11-22T01:00:00Z');
    expect(await delivering.tick()).toMatchObject({ unknown: 1 });
    scene.pass({ seconds: 40 });
    expect(await delivering.tick()).toMatchObject({ delivered: 1 });
    expect(reader.shown()).toEqual(['Blue: due in 3 days\n\nYou may have seen this already.']);
  });

  it('says at most twice, and marks it, what was cut off after it was taken', async () => {
    const reader = side.person();
    await signUp(scene, reader.owner, cardCalled('Blue'));
    side.cut('after', 2);
    scene.turn('2026-11-22T01:00:00Z');
    for (let minute = 0; minute < 10; minute += 1) {
      await delivering.tick();
      scene.pass({ seconds: 60 });
    }
    const twice = ['Blue: due in 3 days', 'Blue: due in 3 days\n\nYou may have seen this already.'];
    // Discord knows the name of the message and shows it once.
    expect(reader.shown()).toEqual(isTelegram ? twice : twice.slice(0, 1));
    // On Telegram nobody knows about the second one either.
    expect(await scene.store.reminders.returned(reader.owner)).toEqual({ undelivered: isTelegram ? 1 : 0 });
  });

  it('does not repeat what may have been shown when something newer was said', async () => {
    const reader = side.person();
    const { id } = await signUp(scene, reader.owner, cardCalled('Blue'));
    side.cut('after', 1);
    scene.turn('2026-11-22T01:00:00Z');
    await delivering.tick();
    scene.pass({ seconds: 5 });
    await scene.store.reminders.snooze(reader.owner, id, '2026-11-25', scene.services.now().add({ seconds: 1 }));
    scene.pass({ seconds: 5 });
    await delivering.tick();
    expect(reader.shown()).toHaveLength(2);
    scene.pass({ seconds: 60 });
    expect(await delivering.tick()).toMatchObject({ undelivered: 1, delivered: 0 });
    expect(reader.shown()).toHaveLength(2);
  });

  it('does not repeat what may have been shown when something else was answered since', async () => {
    const reader = side.person();
    await signUp(scene, reader.owner, cardCalled('Blue'));
    side.cut('after', 1);
    scene.turn('2026-11-22T01:00:00Z');
    await delivering.tick();
    await scene.store.reminders.said(reader.owner);
    scene.pass({ seconds: 60 });
    expect(await delivering.tick()).toMatchObject({ undelivered: 1, delivered: 0 });
    expect(reader.shown()).toEqual(['Blue: due in 3 days']);
  });

  it('keeps the second try of all when the platform is silent for a while', async () => {
    const readers = Array.from({ length: 40 }, () => side.person());
    for (const reader of readers) await signUp(scene, reader.owner, cardCalled('Blue'));
    side.cut('before', 20);
    scene.turn('2026-11-22T01:00:00Z');
    for (let minute = 0; minute < 20; minute += 1) {
      await delivering.tick();
      scene.pass({ seconds: 60 });
    }
    const missing = readers.filter((reader) => reader.shown().length === 0);
    const told = await Promise.all(missing.map((reader) => scene.store.reminders.returned(reader.owner)));
    // Who got nothing after two silent tries is told; everybody else got it once.
    expect(told.every(({ undelivered }) => undelivered === 1)).toBe(true);
    expect(missing.length).toBeLessThanOrEqual(10);
    expect(readers.every((reader) => reader.shown().length <= 1)).toBe(true);
  });

  it('gathers what was missed in a long outage into one message that says how late it is', async () => {
    const reader = side.person();
    for (const label of ['Blue', 'Red']) await signUp(scene, reader.owner, cardCalled(label));
    await signUp(scene, reader.owner, cardCalled('Rent', { schedule: { kind: 'once', date: '2026-12-24' } }));
    scene.turn('2026-12-23T03:00:00Z');
    await delivering.tick();
    expect(reader.shown()).toHaveLength(1);
    const [words = ''] = reader.shown();
    expect(words).toContain('This comes 31 days late');
    expect(words).toContain('Some of these due dates have passed');
    expect(words).toContain('Rent: due tomorrow');
    expect(words.match(/Blue: /g)).toHaveLength(2);
    expect(await delivering.tick()).toMatchObject({ delivered: 0 });
  });

  it('says how late it is and that the due date still stands', async () => {
    const reader = side.person();
    await signUp(scene, reader.owner, cardCalled('Blue'));
    scene.turn('2026-11-22T03:30:00Z');
    await delivering.tick();
    expect(reader.shown()[0]).toBe(
      'Blue: due in 3 days\n\nThis comes 3 hours late, because I could not send it in time.\n\nThere is still time: the due date has not passed.',
    );
  });
});
