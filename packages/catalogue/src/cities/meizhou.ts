import { defineCity } from './define-city';

export const meizhou = defineCity({ code: '441400', name: '梅州市', initial: 'M', pinyin: 'meizhou', numberPrefix: 'MZ' });
