import { defineCity } from './define-city';

export const chaozhou = defineCity({ code: '445100', name: '潮州市', initial: 'C', pinyin: 'chaozhou', numberPrefix: 'CZ' });
