import { defineCity } from './define-city';

export const zhaoqing = defineCity({ code: '441200', name: '肇庆市', initial: 'Z', pinyin: 'zhaoqing', numberPrefix: 'ZQ' });
