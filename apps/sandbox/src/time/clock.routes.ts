import type { FastifyInstance } from 'fastify';
import type { Sandbox } from '../context';
import { parsedBody } from '../http/body';
import { clockMoveSchema, moveClock } from './move';

/** What the clock shows. */
export const clockReading = ({ clock }: Pick<Sandbox, 'clock'>) => ({
  /** Instant in ISO 8601, UTC. */
  now: new Date(clock.now()).toISOString(),
  offsetMs: clock.offsetMs(),
  /** Day in Asia/Shanghai. */
  today: clock.today(),
});

/** POST /clock; GET /clock is with the pages, for it answers browsers too. */
export const clockRoutes = (app: FastifyInstance, sandbox: Sandbox): void => {
  app.post('/clock', (request, reply) => {
    const move = parsedBody(request, clockMoveSchema);
    if (move === undefined || !moveClock(sandbox.clock, move)) {
      return reply.code(400).send({ code: 'BAD_REQUEST', message: '不认识这种调整，或离现在超过二十年。' });
    }
    sandbox.store.changed();
    return clockReading(sandbox);
  });
};
