import { defineCity } from './define-city';

export const yangjiang = defineCity({ code: '441700', name: '阳江市', initial: 'Y', pinyin: 'yangjiang', numberPrefix: 'YJ' });
