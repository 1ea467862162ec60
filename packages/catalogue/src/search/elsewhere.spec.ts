import fc from 'fast-check';
import { CITIES } from '../cities';
import { foshan } from '../cities/foshan';
import { guangzhou } from '../cities/guangzhou';
import { shenzhen } from '../cities/shenzhen';
import { SERVICES } from '../catalogue';
import type { Service } from '../service';
import { elsewhereIn } from './elsewhere';

const titles = (...search: Parameters<typeof elsewhereIn>): string[] => elsewhereIn(...search).map(({ title }) => title);
const ALL_WORDS = ['实体证', '信息变更', '搬家', '注销', '居住登记', '台胞证', '通行证', '申领'];

describe('what cannot be done here', () => {
  it('is said with the reason and the way there, where a city does not offer it', () => {
    expect(titles(guangzhou)).toEqual([]);
    expect(titles(shenzhen)).toEqual(['申领电子居住证']);
    expect(elsewhereIn(shenzhen)[0]?.text).toMatch(/《深圳经济特区居住证条例》.*居住证受理点/);
    expect(elsewhereIn(foshan)[0]?.text).toMatch(/佛山市.*派出所/);
  });

  it.each([
    ['实体证', ['居住证实体证']],
    ['补领居住证', ['居住证实体证']],
    ['港澳通行证', ['往来港澳通行证']],
    ['港澳', ['港澳台居民居住证', '往来港澳通行证']],
    ['注销', ['居住证注销']],
    ['搬家', ['居住证地址变更']],
    ['居住登记', ['居住登记']],
    ['申领', []],
    ['公积金', []],
    ['', []],
  ])('%j in Guangzhou: %j', (query, found) => expect(titles(guangzhou, query)).toEqual(found));

  it('answers a search for what the city does not offer', () => {
    expect(titles(foshan, '申领')).toEqual(['申领电子居住证']);
    expect(titles(foshan, '签注')).toEqual([]);
  });

  it('is said no more once the service is built', () => {
    const [one] = SERVICES;
    const built = { ...one, definition: { ...one!.definition, id: 'order-physical-card' } } as Service;
    expect(titles(guangzhou, '实体证', [...SERVICES, built])).toEqual([]);
  });

  it('is whole sentences, well written', () => {
    const texts = CITIES.flatMap((city) => [...elsewhereIn(city), ...ALL_WORDS.flatMap((word) => elsewhereIn(city, word))]).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) expect(text).toMatch(/^[^!！你]+。$/);
  });

  it('takes whatever is typed', () => {
    fc.assert(fc.property(fc.string(), (typed) => expect(Array.isArray(elsewhereIn(guangzhou, typed))).toBe(true)));
  });
});
