import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { walk, type ServiceFixtures } from '../testing/service-fixtures';
import { SERVICES } from './catalogue';

/** A service is a folder with a definition; its fixtures stand beside. */
const folders = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(join(__dirname, entry.name)).includes('definition.ts'))
  .map((entry) => entry.name);

const all = new Map<string, ServiceFixtures>();

beforeAll(async () => {
  for (const folder of folders) {
    const { fixtures }: { fixtures: ServiceFixtures } = await import(join(__dirname, folder, 'fixtures.ts'));
    all.set(folder, fixtures);
  }
});

const fixturesOf = (folder: string): ServiceFixtures => {
  const fixtures = all.get(folder);
  if (!fixtures) throw new Error(`${folder} has no fixtures`);
  return fixtures;
};

it('every service of the catalogue has a folder with fixtures', () => {
  expect(new Set([...all.values()].map(({ service }) => service))).toEqual(new Set(SERVICES));
});

describe.each(folders)('%s', (folder) => {
  it('lets good cases through, with their effects', () => {
    const { service, good } = fixturesOf(folder);
    expect(good.length).toBeGreaterThan(0);
    const results = good.map((attempt) => ({ name: attempt.name, result: walk(service, attempt) }));
    expect(results).toEqual(
      good.map(({ name, automatic, effects }) => ({
        name,
        result: { ok: true, value: { automatic, effects: effects.map((effect): unknown => expect.objectContaining(effect)) } },
      })),
    );
  });

  it('refuses bad cases with their code, at the right places', () => {
    const { service, bad } = fixturesOf(folder);
    expect(bad.length).toBeGreaterThan(0);
    const results = bad.map((attempt) => {
      const result = walk(service, attempt);
      return { name: attempt.name, code: result.ok ? 'ok' : result.refusal.code, paths: result.ok ? [] : (result.refusal.fields ?? []).map(({ path }) => path) };
    });
    expect(results).toEqual(bad.map(({ name, code, paths }) => ({ name, code, paths: paths ?? [] })));
  });
});
