import { defineCity } from './define-city';

export const zhuhai = defineCity({ code: '440400', name: '珠海市', initial: 'Z', pinyin: 'zhuhai', numberPrefix: 'ZH' });
