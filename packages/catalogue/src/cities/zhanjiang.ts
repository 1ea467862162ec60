import { defineCity } from './define-city';

export const zhanjiang = defineCity({ code: '440800', name: '湛江市', initial: 'Z', pinyin: 'zhanjiang', numberPrefix: 'ZJ' });
