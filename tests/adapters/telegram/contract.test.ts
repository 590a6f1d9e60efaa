import { adapterContract } from '../../contracts/adapter.ts';
import { libraries, telegramHarness } from './harness.ts';

for (const library of libraries) adapterContract(`Telegram over ${library}`, () => telegramHarness(library));
