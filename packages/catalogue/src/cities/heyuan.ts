import { defineCity } from './define-city';

export const heyuan = defineCity({ code: '441600', name: '河源市', initial: 'H', pinyin: 'heyuan', numberPrefix: 'HY' });
