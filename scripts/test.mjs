import { enter } from './lib/entry.mjs';

await enter(() => import('./lib/test-command.mjs'));
