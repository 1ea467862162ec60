import { defineCity } from './define-city';

export const qingyuan = defineCity({ code: '441800', name: '清远市', initial: 'Q', pinyin: 'qingyuan', numberPrefix: 'QY' });
