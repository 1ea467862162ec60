import { defineCity } from './define-city';

export const dongguan = defineCity({ code: '441900', name: '东莞市', initial: 'D', pinyin: 'dongguan', numberPrefix: 'DG' });
