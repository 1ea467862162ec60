import { defineCity } from './define-city';

export const shaoguan = defineCity({ code: '440200', name: '韶关市', initial: 'S', pinyin: 'shaoguan', numberPrefix: 'SG' });
