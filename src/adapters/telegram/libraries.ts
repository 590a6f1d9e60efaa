// The two libraries that can carry the adapter, by the name in TELEGRAM_LIBRARY.
import { createGrammyTransport } from './grammy.ts';
import { createTelegrafTransport } from './telegraf.ts';
import type { Transport, TransportOptions } from './transport.ts';

export type Library = 'grammy' | 'telegraf';

export function createTransport(options: TransportOptions & { readonly library: Library }): Transport {
  const address = { ...options, apiRoot: options.apiRoot.replace(/\/+$/, '') };
  switch (options.library) {
    case 'grammy':
      return createGrammyTransport(address);
    case 'telegraf':
      return createTelegrafTransport(address);
    default:
      return options.library satisfies never;
  }
}
