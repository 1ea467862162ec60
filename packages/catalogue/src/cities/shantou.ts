import { defineCity } from './define-city';

export const shantou = defineCity({ code: '440500', name: '汕头市', initial: 'S', pinyin: 'shantou', numberPrefix: 'ST' });
