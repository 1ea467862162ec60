import { defineCity } from './define-city';

export const shanwei = defineCity({ code: '441500', name: '汕尾市', initial: 'S', pinyin: 'shanwei', numberPrefix: 'SW' });
