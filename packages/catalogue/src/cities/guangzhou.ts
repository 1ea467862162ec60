import { defineCity } from './define-city';

/** Change of items, change of address and cancelling go another way in Guangzhou (row A2). */
export const guangzhou = defineCity({
  code: '440100',
  name: '广州市',
  initial: 'G',
  pinyin: 'guangzhou',
  numberPrefix: 'GZ',
  coverage: ['apply-residence-permit', 'order-physical-card', 'endorse-residence-permit'],
});
