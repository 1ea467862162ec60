import { defineCity } from './define-city';

export const zhongshan = defineCity({ code: '442000', name: '中山市', initial: 'Z', pinyin: 'zhongshan', numberPrefix: 'ZS' });
