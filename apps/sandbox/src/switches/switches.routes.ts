import type { FastifyInstance } from 'fastify';
import type { Sandbox } from '../context';
import { parsedBody } from '../http/body';
import { switchChangeSchema } from './switches';

/** POST /switches; GET /switches is with the pages, for it answers browsers too. */
export const switchRoutes = (app: FastifyInstance, { switches }: Sandbox): void => {
  app.post('/switches', (request, reply) => {
    const change = parsedBody(request, switchChangeSchema);
    if (change === undefined)
      return reply.code(400).send({ code: 'BAD_REQUEST', message: '不认识这个系统或方式。' });
    switches.set(change);
    return { switches: switches.all() };
  });
};
