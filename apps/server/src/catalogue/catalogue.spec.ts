import type { getService, listCities, listServices, RouteOutput } from '@yuezheng/shared-types';
import { expectRefused, startApp, type TestApp } from '../../test/app';
import { ServiceCatalogue } from './service-catalogue';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const titles = async (city: string, q?: string): Promise<string[]> => {
  const answer = await app.call<RouteOutput<typeof listServices>>('GET', `/services?${new URLSearchParams({ city, ...(q !== undefined && { q }) }).toString()}`);
  expect(answer.status).toBe(200);
  return answer.body.groups.flatMap(({ services }) => services.map(({ title }) => title));
};

describe('cities and services', () => {
  it('are the 21 cities of Guangdong with their districts', async () => {
    const { body } = await app.call<RouteOutput<typeof listCities>>('GET', '/cities');
    expect(body.cities).toHaveLength(21);
    expect(body.cities[0]).toMatchObject({ code: '440100', name: '广州市', initial: 'G' });
    expect(body.cities[0]?.districts.map(({ name }) => name)).toContain('天河区');
  });

  it('show in a city what it supports and nothing else', async () => {
    expect(await titles('440100')).toEqual(['申领电子居住证', '签注居住证']);
    expect(await titles('440300')).toEqual(['签注居住证']);
  });

  it('are found by their words, in that city only', async () => {
    expect(await titles('440100', '申领')).toEqual(['申领电子居住证']);
    expect(await titles('440300', '申领')).toEqual([]);
    expect(await titles('440100', '驾驶证')).toEqual([]);
  });

  it('say where to go for what is not done here', async () => {
    const elsewhere = async (city: string, q = ''): Promise<string[]> =>
      (await app.call<RouteOutput<typeof listServices>>('GET', `/services?${new URLSearchParams({ city, q }).toString()}`)).body.elsewhere.map(({ title }) => title);
    expect(await elsewhere('440100')).toEqual([]);
    expect(await elsewhere('440300')).toEqual(['申领电子居住证']);
    expect(await elsewhere('440100', '实体证')).toEqual(['居住证实体证']);
  });

  it('answer unknown cities and services plainly', async () => {
    expectRefused(await app.call('GET', '/services?city=110000'), 'not-found');
    expectRefused(await app.call('GET', '/services?city=guangzhou'), 'invalid-request');
    expectRefused(await app.call('GET', '/services/nothing?city=440100'), 'not-found');
    expectRefused(await app.call('GET', '/services/apply-residence-permit?city=440300'), 'service-unavailable-in-city');
  });

  it('give the whole definition', async () => {
    const { body } = await app.call<RouteOutput<typeof getService>>('GET', '/services/apply-residence-permit?city=440100');
    expect(body).toMatchObject({ id: 'apply-residence-permit', guide: { fee: '免费' } });
  });
});

describe('definitions', () => {
  it('are kept by version for the records that were made under them', async () => {
    const catalogue = app.get(ServiceCatalogue);
    const [service] = catalogue.services;
    const now = service!.definition;
    await expect(catalogue.definition(now.id, now.version)).resolves.toEqual(now);
    await expect(catalogue.definition(now.id, 999)).rejects.toThrow('not registered');
    const rows = await app.database.query<{ version: number }>('SELECT version FROM service_definitions WHERE id = $1', [now.id]);
    expect(rows).toEqual([{ version: now.version }]);
  });
});
