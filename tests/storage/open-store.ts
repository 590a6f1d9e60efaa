import { openStore } from '../../src/storage/store.ts';

const [url = '', key = ''] = process.argv.slice(2);
const settings = { DATABASE_URL: url, DATA_KEY: key, DATA_KEY_FILE: '/nowhere' };
const store = await openStore(settings, () => Temporal.Now.instant());
console.log('open');
await store.close();
