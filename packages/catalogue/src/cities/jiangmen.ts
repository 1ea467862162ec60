import { defineCity } from './define-city';

export const jiangmen = defineCity({ code: '440700', name: '江门市', initial: 'J', pinyin: 'jiangmen', numberPrefix: 'JM' });
