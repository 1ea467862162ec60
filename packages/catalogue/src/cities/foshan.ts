import { defineCity } from './define-city';

/** Foshan offers only the endorsement through the province (row A2). */
export const foshan = defineCity({
  code: '440600',
  name: '佛山市',
  initial: 'F',
  pinyin: 'foshan',
  numberPrefix: 'FS',
  coverage: ['endorse-residence-permit'],
  elsewhere: {
    'apply-residence-permit': '佛山市没有加入全省的网上申领。请到居住地派出所或政务服务中心公安窗口申领；领证后的签注可以在这里办。',
  },
});
