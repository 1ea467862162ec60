import { defineCity } from './define-city';

export const maoming = defineCity({ code: '440900', name: '茂名市', initial: 'M', pinyin: 'maoming', numberPrefix: 'MM' });
