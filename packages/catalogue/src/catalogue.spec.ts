import { GROUPS, isOffered, serviceById, SERVICES, servicesIn, summaryOf } from './catalogue';
import { CITIES } from './cities';
import { foshan } from './cities/foshan';
import { guangzhou } from './cities/guangzhou';
import { shenzhen } from './cities/shenzhen';
import { zhuhai } from './cities/zhuhai';

const ids = (...search: Parameters<typeof servicesIn>): string[] => servicesIn(...search).map((service) => service.definition.id);

describe('what a city offers', () => {
  it('is what is built and covered', () => {
    expect(ids(guangzhou)).toEqual(['apply-residence-permit', 'endorse-residence-permit']);
    expect(ids(foshan)).toEqual(['endorse-residence-permit']);
    expect(ids(shenzhen)).toEqual(['endorse-residence-permit']);
    for (const city of CITIES) for (const service of servicesIn(city)) expect(isOffered(service, city)).toBe(true);
  });

  it.each([
    ['签注', ['endorse-residence-permit']],
    ['居住证', ['apply-residence-permit', 'endorse-residence-permit']],
    ['申领', ['apply-residence-permit']],
    [' 居住证  签注 ', ['endorse-residence-permit']],
    ['QIANZHU', ['endorse-residence-permit']],
    ['JZZ', ['apply-residence-permit']],
    // Not built yet, so not shown as if they were.
    ['实体证', []],
    ['注销', []],
    ['地址变更', []],
    ['公积金', []],
    ['%', []],
    ['.*', []],
    ['', ['apply-residence-permit', 'endorse-residence-permit']],
    // In people's own words.
    ['居住证续签', ['endorse-residence-permit']],
    ['暂住证', ['apply-residence-permit', 'endorse-residence-permit']],
    ['暂住证年审', ['endorse-residence-permit']],
    ['我要办理居住证', ['apply-residence-permit', 'endorse-residence-permit']],
    ['居住证到期怎么办', ['endorse-residence-permit']],
    ['办证', ['apply-residence-permit']],
    ['ｑｚ', ['endorse-residence-permit']],
    ['办理', []],
    ['港澳通行证', []],
    ['港澳签注', []],
  ])('%j finds %j in Zhuhai', (query, found) => expect(ids(zhuhai, query)).toEqual(found));

  it('does not find what the city does not support', () => {
    expect(ids(foshan, '申领')).toEqual([]);
    expect(ids(foshan, '居住证')).toEqual(['endorse-residence-permit']);
  });
});

describe('the list', () => {
  it('has every service once, under a heading', () => {
    expect(new Set(SERVICES.map(({ definition }) => definition.id)).size).toBe(SERVICES.length);
    for (const { definition } of SERVICES) expect(GROUPS.map(({ id }) => id)).toContain(definition.group);
  });

  it('finds a service by its id', () => {
    expect(serviceById('endorse-residence-permit')?.definition.title).toBe('签注居住证');
    expect(serviceById('toString')).toBeUndefined();
  });

  it('shows no more than a summary', () => {
    const [first] = SERVICES;
    expect(first && Object.keys(summaryOf(first))).toEqual(['id', 'title', 'shortTitle', 'icon', 'group', 'summary']);
  });
});
