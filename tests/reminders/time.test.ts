import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Adapter } from '../../src/adapters/adapter.ts';
import type { Reply } from '../../src/core/reply.ts';
import { startClock } from '../../src/reminders/clock.ts';
import { openScene, type Scene, signUp } from './harness.ts';
import { cardCalled } from './services.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await openScene('2026-11-20T00:00:00Z');
});
afterEach(() => scene.close());

const lin = { platform: 'terminal', person: 'lin', chat: 'lin' } as const;

/** A platform that takes everything. */
function paper(): { readonly adapter: Adapter; readonly said: string[] } {
  const said: string[] = [];
  const words = ({ blocks }: Reply) => blocks.map((block) => ('text' in block ? block.text : '')).join(' / ');
  const adapter: Adapter = {
    name: 'terminal',
    start: async () => undefined,
    deliver: async (_to, replies) => {
      said.push(...replies.map(words));
      return { kind: 'delivered' };
    },
    stop: async () => undefined,
  };
  return { adapter, said };
}

it('delivers at the next tick what the missed ticks left, once', async () => {
  const { adapter, said } = paper();
  const delivering = scene.delivering([adapter]);
  await signUp(scene, lin, cardCalled('Blue'));
  scene.turn('2026-11-22T01:04:00Z');
  await delivering.tick();
  scene.pass({ minutes: 1 });
  await delivering.tick();
  expect(said).toEqual(['Blue: due in 3 days']);
});

it('repairs itself when the clock was turned back, and says nothing twice', async () => {
  const { adapter, said } = paper();
  const delivering = scene.delivering([adapter]);
  await signUp(scene, lin, cardCalled('Blue'));
  scene.turn('2026-11-22T01:00:00Z');
  await delivering.tick();
  // Somebody else leased the next one and crashed, by a clock that was a day ahead.
  scene.turn('2026-11-24T01:00:00Z');
  await scene.store.outbox.lease('terminal', 10);
  for (const time of ['2026-11-22T00:59:00Z', '2026-11-22T01:00:00Z', '2026-11-23T00:00:00Z', '2026-11-24T01:00:00Z']) {
    scene.turn(time);
    await delivering.tick();
  }
  expect(said).toEqual(['Blue: due in 3 days', 'Blue: due tomorrow']);
});

it('is early with a clock that ran ahead, and goes on with the later of the two when it is put right', async () => {
  const { adapter, said } = paper();
  const delivering = scene.delivering([adapter]);
  await signUp(scene, lin, cardCalled('Blue'));
  scene.turn('2026-11-24T02:00:00Z');
  await delivering.tick();
  expect(said).toHaveLength(1);
  for (const time of ['2026-11-22T01:00:00Z', '2026-11-24T01:00:00Z', '2026-11-25T01:00:00Z']) {
    scene.turn(time);
    await delivering.tick();
  }
  expect(said.slice(1)).toEqual(['Blue: due today']);
});

it('goes on after a restart where the last process stopped', async () => {
  const [before, after] = [paper(), paper()];
  await signUp(scene, lin, cardCalled('Blue'));
  const first = scene.delivering([before.adapter]);
  scene.turn('2026-11-22T01:00:00Z');
  await first.tick();
  await first.stop();
  scene.turn('2026-11-24T01:00:00Z');
  await scene.delivering([after.adapter]).tick();
  expect([before.said, after.said]).toEqual([['Blue: due in 3 days'], ['Blue: due tomorrow']]);
});

it.each(['00:00.001', '00:20', '00:39.999', '00:59.999'])(
  'delivers within 30 seconds what a process leased at %s and was killed with, at a tick a minute',
  async (minute) => {
    const { adapter, said } = paper();
    const delivering = scene.delivering([adapter]);
    await signUp(scene, lin, cardCalled('Blue'));
    scene.turn('2026-11-22T00:59:00Z');
    await delivering.tick();
    const killed = Temporal.Instant.from(`2026-11-22T01:${minute}Z`);
    scene.turn(killed.toString());
    const leased = await scene.store.outbox.lease('terminal', 10);
    await scene.store.outbox.mark(leased, 'm');
    let at = Temporal.Instant.from('2026-11-22T01:00:00Z');
    while (said.length === 0) {
      at = at.add({ seconds: 5 });
      if (Temporal.Instant.compare(at, killed) < 0) continue;
      scene.turn(at.toString());
      await delivering.rescue();
      if (at.epochMilliseconds % 60_000 === 0) await delivering.tick();
    }
    expect(killed.until(at).total('seconds')).toBeLessThan(30);
    expect(said).toEqual(['Blue: due in 3 days / You may have seen this already.']);
  },
);

it('renews the lease of what waits while a platform is slow, so that nobody else says it', async () => {
  const { adapter, said } = paper();
  const other = paper();
  await signUp(scene, lin, cardCalled('Blue'));
  let renew = () => undefined as unknown;
  const slow: Adapter = {
    ...adapter,
    async deliver(to, replies) {
      for (let seconds = 0; seconds < 120; seconds += 5) {
        scene.pass({ seconds: 5 });
        renew();
        await new Promise((resolve) => setImmediate(resolve));
        await scene.delivering([other.adapter]).rescue();
        await scene.delivering([other.adapter]).tick();
      }
      return adapter.deliver(to, replies);
    },
  };
  const ended: boolean[] = [];
  const every = (ms: number, act: () => void) => {
    expect(ms).toBe(5_000);
    renew = act;
    return () => void ended.push(true);
  };
  scene.turn('2026-11-22T01:00:00Z');
  expect(await scene.delivering([slow], { every }).tick()).toMatchObject({ delivered: 1 });
  expect([said, other.said, ended]).toEqual([['Blue: due in 3 days'], [], [true]]);
});

it('follows a person into another zone', async () => {
  const { adapter, said } = paper();
  const delivering = scene.delivering([adapter]);
  const { id } = await signUp(scene, lin, cardCalled('Blue'));
  const notice = { leadDays: [1], time: '09:00', zone: 'America/New_York', workingDayBefore: false };
  await scene.store.reminders.change(lin, id, { notice });
  scene.turn('2026-11-24T13:59:00Z');
  await delivering.tick();
  expect(said).toEqual([]);
  scene.turn('2026-11-24T14:00:00Z');
  await delivering.tick();
  expect(said).toEqual(['Blue: due tomorrow']);
});

it('settles what is under way when it is stopped, and gives back the rest', async () => {
  const { adapter, said } = paper();
  for (let count = 0; count < 30; count += 1) {
    await signUp(scene, { ...lin, person: `p${count}`, chat: `p${count}` }, cardCalled('Blue'));
  }
  let stopped: Promise<void> | undefined;
  const slow: Adapter = {
    ...adapter,
    deliver: async (to, replies) => {
      stopped ??= delivering.stop();
      await new Promise((resolve) => setTimeout(resolve, 20));
      return adapter.deliver(to, replies);
    },
  };
  const delivering = scene.delivering([slow]);
  scene.turn('2026-11-22T01:00:00Z');
  expect(await delivering.tick()).toMatchObject({ delivered: 10 });
  await stopped;
  const next = paper();
  await scene.delivering([next.adapter]).tick();
  expect([said.length, next.said.length]).toEqual([10, 20]);
  expect(next.said.join()).not.toContain('You may have seen');
});

it('keeps what cannot be put into words, and goes on with the others', async () => {
  const { adapter, said } = paper();
  const broken = await signUp(scene, lin, cardCalled('Blue'));
  await signUp(scene, { ...lin, person: 'mei', chat: 'mei' }, cardCalled('Red'));
  const { services } = scene;
  const translate: typeof services.translate = (language, key, values) => {
    if (values?.label === 'Blue') throw new RangeError('a fault of the test');
    return services.translate(language, key, values);
  };
  const delivering = scene.delivering([adapter], { services: { ...services, translate } });
  scene.turn('2026-11-22T01:00:00Z');
  expect(await delivering.tick()).toMatchObject({ delivered: 1, later: 1 });
  scene.pass({ minutes: 2 });
  await scene.delivering([adapter]).tick();
  expect(said).toEqual(['Red: due in 3 days', 'Blue: due in 3 days']);
  expect((await scene.store.reminders.find(lin, broken.id))?.nextAt?.toString()).toBe('2026-11-24T01:00:00Z');
});

it('ticks by the second when the operator says so, never two at once', async () => {
  let running = 0;
  let most = 0;
  let ticks = 0;
  const stop = startClock({
    expression: '* * * * * *',
    name: 'test',
    log: scene.services.log,
    async tick() {
      running += 1;
      ticks += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      running -= 1;
    },
  });
  await new Promise((resolve) => setTimeout(resolve, 3_300));
  await stop();
  expect(most).toBe(1);
  expect(ticks).toBeGreaterThanOrEqual(2);
});
