import type { FastifyInstance } from 'fastify';
import type { Sandbox } from '../context';
import { pathValue, queryValue } from '../http/query';
import { isArchetype } from './archetypes';
import { summarise } from './summary';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 5_000;

const limitFrom = (text: string): number => {
  const limit = Number.parseInt(text, 10);
  return Number.isNaN(limit) ? DEFAULT_LIMIT : Math.min(Math.max(limit, 1), MAX_LIMIT);
};

/** GET /population, GET /population/featured and the portraits. */
export const populationRoutes = (app: FastifyInstance, { population, portraits }: Sandbox): void => {
  app.get('/population/featured', () => population.featured().map(summarise));

  app.get('/population', (request, reply) => {
    const archetype = queryValue(request, 'archetype') || undefined;
    if (archetype !== undefined && !isArchetype(archetype)) {
      return reply.code(400).send({ code: 'BAD_REQUEST', message: '没有这种情形。' });
    }
    const found = population.find({
      archetype,
      city: queryValue(request, 'city') || undefined,
      text: queryValue(request, 'text') || undefined,
      limit: limitFrom(queryValue(request, 'limit')),
    });
    return found.map(summarise);
  });

  app.get('/portraits/:file', async (request, reply) => {
    const person = population.withId(pathValue(request, 'file').replace(/\.jpg$/, ''));
    if (person === undefined) return reply.code(404).send({ code: 'NOT_FOUND', message: '没有这个人。' });
    const jpeg = await portraits.jpegOf(person);
    return reply.type('image/jpeg').header('cache-control', 'public, max-age=3600').send(jpeg);
  });
};
