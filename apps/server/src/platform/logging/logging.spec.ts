import fastify, { type FastifyInstance } from 'fastify';
import { Logger } from '@nestjs/common';
import type { Logger as Pino } from 'pino';
import { Faults } from '../http/faults';
import { accessLog } from './access-log';
import { openLogs, type Logs } from './logging';

const ID_NUMBER = '44010619980614202X';
const TOKEN = 'c2VjcmV0LXRva2VuLW9mLWEtcGVyc29u';

let lines: string[];
let logs: Logs;
let server: FastifyInstance;

const entries = (): Record<string, unknown>[] => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
const events = () => logs.events.pinoHttp as { readonly logger: Pino };

beforeEach(async () => {
  lines = [];
  logs = openLogs({ env: { NODE_ENV: 'test', LOG_LEVEL: 'info' } }, { write: (line: string) => void lines.push(line) });
  server = fastify({ genReqId: () => 'request-1' });
  accessLog(server, logs.access);
  server.post('/api/residents/:idNumber', (_request, reply) => reply.status(422).send({ name: '林晓岚' }));
  server.get('/api/broken', () => Promise.reject(new Error('out of order')));
  server.get('/api/health', () => ({ ready: true }));
  server.get('/console/', () => 'page');
  await server.ready();
});
afterEach(() => server.close());

describe('the access log', () => {
  it('has one line a request, of these fields and no others', async () => {
    await server.inject({
      method: 'POST', url: `/api/residents/${ID_NUMBER}?name=%E6%9E%97&phone=13800138000`,
      headers: { authorization: `Bearer ${TOKEN}`, 'user-agent': 'phone 13800138000' }, payload: { name: '林晓岚', idNumber: ID_NUMBER },
    });
    const [line] = entries();
    expect(lines).toHaveLength(1);
    expect(Object.keys(line!).sort()).toEqual(['hostname', 'level', 'method', 'ms', 'msg', 'pid', 'requestId', 'route', 'status', 'time']);
    expect(line).toMatchObject({ level: 30, msg: 'request', requestId: 'request-1', method: 'POST', route: '/api/residents/:idNumber', status: 422, ms: expect.any(Number) as number });
    for (const secret of [ID_NUMBER, '林', '13800138000', TOKEN]) expect(lines.join()).not.toContain(secret);
  });

  it('writes our own faults as errors', async () => {
    await server.inject({ url: '/api/broken' });
    expect(entries()).toMatchObject([{ level: 50, status: 500, route: '/api/broken', requestId: 'request-1' }]);
  });

  it('does not name a path that nobody serves: it may be anything', async () => {
    await server.inject({ url: `/api/${ID_NUMBER}` });
    expect(entries()).toMatchObject([{ status: 404 }]);
    expect(lines.join()).not.toContain(ID_NUMBER);
  });

  it('leaves out health checks and files', async () => {
    await server.inject({ url: '/api/health' });
    await server.inject({ url: '/console/' });
    expect(lines).toEqual([]);
  });
});

describe('the log of events', () => {
  it('strikes out what would tell who somebody is', () => {
    events().logger.warn({ resident: { name: '林晓岚', idNumber: ID_NUMBER, phone: '13800138000', token: TOKEN } }, 'something');
    for (const secret of [ID_NUMBER, '林', '13800138000', TOKEN]) expect(lines.join()).not.toContain(secret);
    expect(entries()).toMatchObject([{ msg: 'something', resident: { name: '[…]' } }]);
  });
});

describe('the log of a fault', () => {
  const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  beforeEach(() => logged.mockClear());
  afterAll(() => logged.mockRestore());

  /** What `Faults` makes of something thrown in a request. */
  const judged = async (thrown: unknown): Promise<unknown> => {
    const faults = new Faults();
    const one = fastify({ genReqId: () => 'request-2' });
    one.get('/api/cases/:caseId', (request) => faults.refusalOf(thrown, request));
    const { body } = await one.inject({ url: `/api/cases/${ID_NUMBER}` });
    await one.close();
    return JSON.parse(body);
  };

  it('carries the request’s id and pattern, the place in the code, and nobody’s data', async () => {
    const fault = Object.assign(new Error(`duplicate key (id_number)=(${ID_NUMBER})`), {
      code: '23505', constraint: 'residents_pkey', severity: 'ERROR', query: 'INSERT …', parameters: [ID_NUMBER], detail: `Key (${ID_NUMBER})`,
    });
    expect(await judged(fault)).toEqual({ code: 'internal' });
    expect(logged).toHaveBeenCalledTimes(1);
    const [entry, message] = logged.mock.calls[0] as [Record<string, unknown>, string];
    expect(message).toBe('unexpected fault');
    expect(entry).toMatchObject({ requestId: 'request-2', route: '/api/cases/:caseId', err: { code: '23505', constraint: 'residents_pkey', message: 'database error', stack: expect.stringContaining('logging.spec') as string } });
    expect(JSON.stringify(entry)).not.toContain(ID_NUMBER);
  });

  it('is not written for what a client did wrong', async () => {
    expect(await judged(Object.assign(new Error('too large'), { statusCode: 413 }))).toEqual({ code: 'body-too-large' });
    expect(logged).not.toHaveBeenCalled();
  });
});
