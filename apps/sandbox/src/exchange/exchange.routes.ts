import type { FastifyInstance } from 'fastify';
import type { Sandbox } from '../context';
import { parsedBody } from '../http/body';
import { disturbedBy } from '../switches/guard';
import type { ExchangeSystem } from './answers';
import { ANSWERS, EXCHANGE_SYSTEMS } from './answers';
import { exchangeGate } from './gate';
import type { ExchangeAnswer, ExchangeQuery } from './query';
import { NOT_FOUND, askedPerson, exchangeQuerySchema } from './query';

const answer = async (
  system: ExchangeSystem,
  query: ExchangeQuery,
  sandbox: Sandbox,
): Promise<ExchangeAnswer<unknown>> => {
  const asked = askedPerson(sandbox.population, query);
  if ('code' in asked) return asked;
  const data = await ANSWERS[system](asked, sandbox);
  return data === undefined ? NOT_FOUND : { code: '0', data };
};

/** POST /exchange/<system>/query for every system of the government data exchange. */
export const exchangeRoutes = (app: FastifyInstance, sandbox: Sandbox): void => {
  const gate = exchangeGate(sandbox.clock);
  for (const system of EXCHANGE_SYSTEMS) {
    const preHandler = [gate, disturbedBy(sandbox.switches, system)];
    app.post(`/exchange/${system}/query`, { preHandler }, async (request, reply) => {
      const query = parsedBody(request, exchangeQuerySchema);
      if (query !== undefined) return answer(system, query, sandbox);
      return reply.code(400).send({ code: 'BAD_QUERY', message: '请求体不符合查询格式。' });
    });
  }
};
