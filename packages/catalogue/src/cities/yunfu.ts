import { defineCity } from './define-city';

export const yunfu = defineCity({ code: '445300', name: '云浮市', initial: 'Y', pinyin: 'yunfu', numberPrefix: 'YF' });
