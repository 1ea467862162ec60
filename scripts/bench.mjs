import { enter } from './lib/entry.mjs';

await enter(() => import('./lib/bench-command.mjs'));
