import { expect, test } from 'vitest';
import { makeDeliver } from '../../../src/adapters/discord/channel.ts';
import { makePrepare } from '../../../src/adapters/discord/private-chat.ts';
import { makeNotes, reply, translate } from './set-up.ts';

/** Notes the routes and takes everything. */
function taking() {
  const routes: string[] = [];
  const names: unknown[] = [];
  let time = 0;
  const tools: Parameters<typeof makeDeliver>[0] = {
    translate,
    log: makeNotes().log,
    api: async (method, route, request) => {
      routes.push(`${method} ${route}`);
      const body = request?.body;
      if (typeof body === 'object' && body !== null && 'nonce' in body) names.push(body.nonce);
      return { ok: true, data: { id: '77' } };
    },
  };
  const deliver = makeDeliver(tools);
  const prepare = makePrepare(tools, deliver, () => time);
  return {
    routes,
    names,
    deliver,
    prepare: (person: string, chat = '9:9') => prepare({ person, chat }, [reply('Here.')]),
    pass: (ms: number) => {
      time += ms;
    },
  };
}

test('ten people get their first private chat in ten minutes, the eleventh is asked to wait, and alone', async () => {
  const { prepare, routes, pass } = taking();
  for (let person = 1; person <= 10; person += 1) {
    expect(await prepare(`${person}`)).toEqual({ kind: 'open', chat: '77' });
    pass(1_000);
  }
  expect(await prepare('11')).toEqual({ kind: 'later', seconds: 590 });
  expect(routes.filter((route) => route === 'POST /users/@me/channels')).toHaveLength(10);
  expect(await prepare('12', '99')).toEqual({ kind: 'open', chat: '99' });
  expect(await prepare('1')).toEqual({ kind: 'open', chat: '77' });
  pass(590_001);
  expect(await prepare('11')).toEqual({ kind: 'open', chat: '77' });
});

test('the same name is the same message, whatever its words', async () => {
  const { deliver, names } = taking();
  await deliver({ person: '1', chat: '99' }, [reply('Blue')], 'a');
  await deliver({ person: '1', chat: '99' }, [reply('Blue, perhaps again')], 'a');
  await deliver({ person: '1', chat: '99' }, [reply('Blue')], 'b');
  expect(names[0]).toBe(names[1]);
  expect(names[2]).not.toBe(names[0]);
});
