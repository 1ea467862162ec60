import { toJSONSchema } from 'zod';
import { CONTRACTS } from './contracts';
import { ERRORS } from './errors';
import type { Route } from './route';
import type { z } from './schema';

type Schema = z.core.$ZodType;
type Json = Readonly<Record<string, unknown>>;

const routes = Object.values(CONTRACTS).flat();
const titled = routes.map((route): [string, Route] => [`${route.method} ${route.path}`, route]);

const jsonSchema = (schema: Schema, io: 'input' | 'output'): Json => toJSONSchema(schema, { io }) as Json;
const propertiesOf = (schema: Schema | undefined): string[] => Object.keys((schema ? jsonSchema(schema, 'input').properties : undefined) ?? {}).sort();
const parametersOf = (path: string): string[] => Array.from(path.matchAll(/:(\w+)/g), ([, name]) => String(name)).sort();

/** What a client sends, part by part. */
const requestSchemas = ({ params, query, body }: Route): Schema[] => [params, query, body].filter((part): part is Schema => typeof part === 'object');

/** Every leaf of a JSON Schema that holds text or a number, with the way to it. */
const leaves = (node: unknown, path = ''): { readonly path: string; readonly leaf: Json }[] => {
  if (typeof node !== 'object' || node === null) return [];
  const here = ['string', 'integer', 'number'].includes(String((node as Json).type)) ? [{ path, leaf: node as Json }] : [];
  return [...here, ...Object.entries(node).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`))];
};

const isBounded = (leaf: Json): boolean => {
  if ('enum' in leaf || 'const' in leaf || leaf.format === 'uuid') return true;
  if (leaf.type !== 'string') return Number(leaf.maximum) < Number.MAX_SAFE_INTEGER && Number(leaf.minimum) > Number.MIN_SAFE_INTEGER;
  return leaf.maxLength !== undefined || /\$$/.test(String(leaf.pattern));
};

describe('contracts', () => {
  it('belong to a resource each, none of which is empty', () => {
    for (const [resource, list] of Object.entries(CONTRACTS)) expect([resource, list.length > 0]).toEqual([resource, true]);
  });

  it('have one method and path each', () => {
    expect(new Set(titled.map(([title]) => title.replace(/:\w+/g, ':'))).size).toBe(routes.length);
  });

  it('have one summary each', () => {
    expect(new Set(routes.map((route) => route.summary)).size).toBe(routes.length);
  });

  it.each(titled)('%s declares the parameters of its path', (_title, route) => {
    expect(propertiesOf(route.params)).toEqual(parametersOf(route.path));
  });

  it.each(titled)('%s reads without a body and writes without surprise', (_title, route) => {
    expect(route.path).toMatch(/^(\/(:[a-z][A-Za-z]*|[a-z]+(-[a-z]+)*))+$/);
    if (route.method === 'GET') expect(route.body).toBeUndefined();
    if (route.path.startsWith('/staff/') && route.path !== '/staff/login') expect(route.auth).toBe('staff');
    else expect(route.auth).not.toBe('staff');
  });

  it.each(titled)('%s refuses with known codes, each named once', (_title, route) => {
    expect(route.errors.filter((code) => !(code in ERRORS))).toEqual([]);
    expect(new Set(route.errors).size).toBe(route.errors.length);
  });

  it.each(titled)('%s can be written as JSON Schema', (_title, route) => {
    for (const schema of requestSchemas(route)) expect(jsonSchema(schema, 'input')).toHaveProperty('type', 'object');
    if (route.response !== 'binary') expect(jsonSchema(route.response, 'output')).toBeDefined();
  });

  it.each(titled)('%s takes no text and no number without a bound', (_title, route) => {
    const unbounded = requestSchemas(route).flatMap((schema) => leaves(jsonSchema(schema, 'input')).filter(({ leaf }) => !isBounded(leaf)));
    expect(unbounded.map(({ path }) => path)).toEqual([]);
  });
});
