import { expect, test } from 'vitest';
import { registerTelegram } from '../../../src/adapters/telegram/register.ts';
import { startTelegramServer } from '../../servers/telegram.ts';
import { libraries, menu } from './harness.ts';

test.each(libraries)('over %s the menu is set when it differs and only then', async (library) => {
  const server = await startTelegramServer();
  const options = { token: server.token, apiRoot: server.root, library, menu };
  expect(await registerTelegram(options)).toBe('changed');
  expect(await registerTelegram(options)).toBe('unchanged');
  expect(await registerTelegram({ ...options, menu: menu.slice(0, 1) })).toBe('changed');
  expect(server.commands('zh')).toEqual([{ command: 'find', description: '查找答案' }]);
  await server.close();
});

test.each(libraries)('over %s all faults of a menu are told together, before Telegram is asked', async (library) => {
  const server = await startTelegramServer();
  const description = { en: '', 'zh-Hans': '好', 'zh-Hant': '好' };
  const broken = [
    { name: 'Find-It', description: { ...description, en: 'x'.repeat(300) } },
    { name: 'ok', description },
  ];
  const registering = registerTelegram({ token: server.token, apiRoot: server.root, library, menu: broken });
  await expect(registering).rejects.toThrow(/Find-It is not 1 to 32[\s\S]*Find-It in en[\s\S]*ok in en/);
  expect(server.calls).toEqual([]);
  await server.close();
});

test.each(libraries)('over %s a refusal names neither token nor stack', async (library) => {
  const server = await startTelegramServer();
  const token = `${server.token}x`;
  const error: unknown = await registerTelegram({ token, apiRoot: server.root, library, menu }).catch(
    (caught) => caught,
  );
  expect(String(error)).toContain('TELEGRAM_BOT_TOKEN');
  expect(String(error)).not.toContain(token);
  await server.close();
});
