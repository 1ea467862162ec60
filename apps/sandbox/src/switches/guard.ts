import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import type { Switches } from './switches';
import type { OutsideSystem } from './systems';
import { SYSTEMS } from './systems';

/** The way in which each family of systems says that it is busy, with status 200 or what it really uses. */
const BUSY = {
  wechat: { errcode: -1, errmsg: 'system error' },
  sms: {
    Response: {
      Error: { Code: 'InternalError.Timeout', Message: '请求下发短信超时。' },
      RequestId: 'sandbox-switch',
    },
  },
  exchange: { code: 'SYSTEM_BUSY', message: '系统繁忙，请稍后再试。' },
} as const;

/**
 * Runs before the handler of a system's route and disturbs it as its switch says: waits, answers with
 * an error, or never answers (the connection stays open until the caller gives up).
 */
export const disturbedBy =
  (switches: Switches, system: OutsideSystem): preHandlerAsyncHookHandler =>
  async (_request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { mode, delayMs } = switches.of(system);
    if (delayMs > 0) await wait(delayMs, undefined, { ref: false });
    if (mode === 'silent') return reply.hijack();
    if (mode === 'http-error') return reply.code(500).type('text/plain').send('Internal Server Error');
    if (mode === 'business-error') return reply.send(BUSY[SYSTEMS[system].family]);
    return undefined;
  };
