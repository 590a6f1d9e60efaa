import { expect, test } from 'vitest';
import { makeDeliver } from '../../../src/adapters/discord/channel.ts';
import { makeNotes, reply, translate } from './set-up.ts';

/** Notes the routes and takes everything. */
function taking() {
  const routes: string[] = [];
  const names: unknown[] = [];
  let time = 0;
  const deliver = makeDeliver(
    {
      translate,
      log: makeNotes().log,
      api: async (method, route, request) => {
        routes.push(`${method} ${route}`);
        const body = request?.body;
        if (typeof body === 'object' && body !== null && 'nonce' in body) names.push(body.nonce);
        return { ok: true, data: { id: '77' } };
      },
    },
    () => time,
  );
  return {
    routes,
    names,
    deliver,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

test('ten people get their first private chat in ten minutes, the eleventh waits, and alone', async () => {
  const { deliver, routes, pass } = taking();
  for (let person = 1; person <= 10; person += 1) {
    expect(await deliver({ person: `${person}`, chat: '' }, [reply('Blue')])).toEqual({ kind: 'delivered' });
    pass(1_000);
  }
  expect(await deliver({ person: '11', chat: '' }, [reply('Blue')])).toEqual({
    kind: 'later',
    seconds: 590,
    reason: 'too many new chats',
    scope: 'message',
  });
  expect(routes.filter((route) => route === 'POST /users/@me/channels')).toHaveLength(10);
  expect(await deliver({ person: '12', chat: '99' }, [reply('Blue')])).toEqual({ kind: 'delivered' });
  expect(await deliver({ person: '1', chat: '' }, [reply('Red')])).toEqual({ kind: 'delivered' });
  pass(590_001);
  expect(await deliver({ person: '11', chat: '' }, [reply('Blue')])).toEqual({ kind: 'delivered' });
});

test('the same name is the same message, whatever its words', async () => {
  const { deliver, names } = taking();
  await deliver({ person: '1', chat: '99' }, [reply('Blue')], 'a');
  await deliver({ person: '1', chat: '99' }, [reply('Blue, perhaps again')], 'a');
  await deliver({ person: '1', chat: '99' }, [reply('Blue')], 'b');
  expect(names[0]).toBe(names[1]);
  expect(names[2]).not.toBe(names[0]);
});
