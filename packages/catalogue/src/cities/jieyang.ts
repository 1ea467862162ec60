import { defineCity } from './define-city';

export const jieyang = defineCity({ code: '445200', name: '揭阳市', initial: 'J', pinyin: 'jieyang', numberPrefix: 'JY' });
