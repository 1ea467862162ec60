import { enter } from './lib/entry.mjs';

await enter(() => import('./lib/build-command.mjs'));
