import { openStore } from '../../src/storage/store.ts';

const store = await openStore(JSON.parse(process.argv[2] ?? '{}'), () => Temporal.Now.instant());
console.log(await store.outbox.hold());
setInterval(() => undefined, 1_000);
