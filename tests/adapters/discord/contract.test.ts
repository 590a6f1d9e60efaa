import { setTimeout as wait } from 'node:timers/promises';
import { createDiscordAdapter } from '../../../src/adapters/discord/discord.ts';
import { adapterContract, type Harness } from '../../contracts/adapter.ts';
import { startDiscordServer } from '../../servers/discord.ts';
import { makeNotes, translate } from './set-up.ts';

adapterContract('Discord', async (): Promise<Harness> => {
  const server = await startDiscordServer();
  const person = server.person();
  const adapter = createDiscordAdapter({
    token: server.token,
    applicationId: server.applicationId,
    apiRoot: server.apiRoot,
    translate,
    suggest: () => [],
    log: makeNotes().log,
    sleep: (milliseconds) => wait(milliseconds, undefined, { ref: false }),
  });
  return {
    adapter,
    person: { person: person.id, chat: person.channel },
    say: async (text) => person.dm(text),
    command: async (name, argument) => person.slash(name, argument === '' ? {} : { topic: argument }),
    press: async (label) => person.press(label),
    shown: () => person.messages().filter((message) => !message.loading),
    block: () => server.block(person.id),
    cut: () => server.fail(/^POST/, { kind: 'cut-after' }, Number.POSITIVE_INFINITY),
    close: () => server.close(),
  };
});
