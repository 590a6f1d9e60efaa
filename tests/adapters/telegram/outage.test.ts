import { expect, test } from 'vitest';
import { startTelegramServer } from '../../servers/telegram.ts';
import { adapterFor, libraries } from './harness.ts';

// The libraries wait 3 and 5 s of real time before they read again, so both run at once.
test.concurrent.each(libraries)('reading over %s goes on after an outage of the platform', async (library) => {
  const server = await startTelegramServer();
  const person = server.person();
  const { adapter } = adapterFor(server, library);
  const received: string[] = [];
  await adapter.start(async (incoming) => void received.push(incoming.origin.update));
  await server.until(() => server.calls.some(({ method }) => method === 'getUpdates'));
  await server.down();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await server.up();
  const update = person.says('hello');
  await server.until(() => received.length > 0);
  expect(received).toEqual([`telegram:${update}`]);
  await adapter.stop();
  await server.close();
});
