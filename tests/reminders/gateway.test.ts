import { expect, it } from 'vitest';
import type { Adapter } from '../../src/adapters/adapter.ts';
import { eventually } from '../servers/discord/person.ts';
import { discordSide, openScene, signUp } from './harness.ts';
import { cardCalled } from './services.ts';

it('delivers everything once while the gateway is cut, moved, refused and made anew, and hears what is pressed', async () => {
  const pressed: string[] = [];
  const side = await discordSide(async (incoming) => {
    if (incoming.kind === 'press') pressed.push(incoming.action);
  });
  const { gateway } = side.server;
  const scene = await openScene('2026-11-20T00:00:00Z');
  const people = Array.from({ length: 60 }, () => side.server.person());
  for (const { id, channel } of people) {
    await signUp(scene, { platform: 'discord', person: id, chat: channel }, cardCalled('Blue'));
  }
  const resumed = (count: number) =>
    eventually('a resumption', () => (gateway.resumed.count >= count ? true : undefined));
  const first = () => people.find((person) => person.messages().length > 0);
  // Each happens while a round of deliveries is under way.
  const troubles = new Map<number, () => Promise<unknown>>([
    [
      12,
      async () => {
        gateway.cut();
        // Nobody listens just now; it is heard with the resumption.
        first()?.press('Paid');
      },
    ],
    [15, () => resumed(1).then(gateway.reconnect)],
    [25, () => resumed(2).then(gateway.refuse).then(gateway.cut)],
    [35, () => eventually('a refusal', () => (gateway.refused.count > 0 ? true : undefined)).then(gateway.accept)],
    [45, () => resumed(3).then(gateway.invalidate)],
  ]);
  let count = 0;
  const adapter: Adapter = {
    ...side.adapter,
    async deliver(...message) {
      count += 1;
      const [outcome] = await Promise.all([side.adapter.deliver(...message), troubles.get(count)?.()]);
      return outcome;
    },
  };
  scene.turn('2026-11-22T01:00:00Z');
  expect(await scene.delivering([adapter]).tick()).toMatchObject({ delivered: 60, unknown: 0, later: 0 });
  await eventually('a new session', () => (gateway.identified.length === 2 ? true : undefined));
  expect(people.map((person) => person.messages().map(({ text }) => text))).toEqual(
    people.map(() => ['Blue: due in 3 days']),
  );
  const [last] = people.slice(-1);
  await eventually('the press from before', () => (pressed.length === 1 ? true : undefined));
  await eventually('the gateway', () => (gateway.connections() === 1 ? true : undefined));
  last?.press('Paid');
  await eventually('the press', () => (pressed.length === 2 ? true : undefined));
  await side.close();
  await scene.close();
});
