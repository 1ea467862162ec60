import { enter } from './lib/entry.mjs';

await enter(() => import('./lib/start-command.mjs'));
