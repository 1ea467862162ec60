import { enter } from './lib/entry.mjs';

await enter(() => import('./lib/proof-command.mjs'));
