import { expect, test } from 'vitest';
import { startTelegramServer } from '../../servers/telegram.ts';
import { adapterFor, libraries } from './harness.ts';

test.concurrent.each(libraries)('reading over %s goes on after an outage of the platform', async (library) => {
  const { server, adapter, received } = await reading(library);
  await server.down();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await server.up();
  const update = server.person().says('hello');
  await server.until(() => received.length > 0);
  expect(received).toEqual([`telegram:${update}`]);
  await adapter.stop();
  await server.close();
});

test.concurrent.each(libraries)('a stop over %s during an outage takes less than five seconds', async (library) => {
  const { server, adapter } = await reading(library);
  await server.down();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const begun = performance.now();
  await adapter.stop();
  expect(performance.now() - begun).toBeLessThan(5000);
});

/** An adapter in the middle of its first long poll. */
async function reading(library: 'grammy' | 'telegraf') {
  const server = await startTelegramServer();
  const { adapter } = adapterFor(server, library);
  const received: string[] = [];
  await adapter.start(async (incoming) => void received.push(incoming.origin.update));
  await server.until(() => server.calls.some(({ method }) => method === 'getUpdates'));
  return { server, adapter, received };
}
