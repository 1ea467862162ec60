import { defineCity } from './define-city';

/** Foshan offers only the endorsement through the province (row A2). */
export const foshan = defineCity({
  code: '440600',
  name: '佛山市',
  initial: 'F',
  numberPrefix: 'FS',
  coverage: ['endorse-residence-permit'],
});
