import { defineCity } from './define-city';

export const huizhou = defineCity({ code: '441300', name: '惠州市', initial: 'H', pinyin: 'huizhou', numberPrefix: 'HZ' });
