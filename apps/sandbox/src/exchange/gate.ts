import type { FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import { bodyOf } from '../http/body';
import type { SandboxClock } from '../time/clock';
import { isFresh } from '../time/freshness';
import { EXCHANGE_ACCOUNT, isSignedBy } from './signature';

const NONCE_FORM = /^[\w-]{8,64}$/;
const REMEMBERED_NONCES = 50_000;

/** Nonces seen so far, the oldest forgotten first. */
class SeenNonces {
  private readonly seen = new Set<string>();

  /** @returns false when the nonce was used before */
  add(nonce: string): boolean {
    if (this.seen.has(nonce)) return false;
    this.seen.add(nonce);
    const [oldest] = this.seen;
    if (this.seen.size > REMEMBERED_NONCES && oldest !== undefined) this.seen.delete(oldest);
    return true;
  }
}

const header = (request: FastifyRequest, name: string): string => String(request.headers[name] ?? '');

const refuse = (reply: FastifyReply, code: string, message: string): FastifyReply =>
  reply.code(401).send({ code, message });

/** Lets through only calls signed with the exchange's secret, fresh, and never seen before; others get 401. */
export const exchangeGate = (clock: SandboxClock): preHandlerAsyncHookHandler => {
  const nonces = new SeenNonces();
  return async (request, reply): Promise<unknown> => {
    const timestamp = header(request, 'x-timestamp');
    const nonce = header(request, 'x-nonce');
    const path = request.url.split('?')[0] ?? '';
    if (header(request, 'x-app-id') !== EXCHANGE_ACCOUNT.appId)
      return refuse(reply, 'UNKNOWN_APP', '应用未登记。');
    if (!/^\d{13}$/.test(timestamp) || !isFresh(clock, Number(timestamp))) {
      return refuse(reply, 'TIMESTAMP_SKEWED', '时间戳与平台时间相差超过 5 分钟。');
    }
    if (!NONCE_FORM.test(nonce))
      return refuse(reply, 'BAD_NONCE', '随机串应为 8 到 64 位字母、数字、下划线或连字符。');
    const call = { method: request.method, path, timestamp, nonce, body: bodyOf(request).raw };
    if (!isSignedBy(call, header(request, 'x-signature'), EXCHANGE_ACCOUNT.secret)) {
      return refuse(reply, 'BAD_SIGNATURE', '签名不正确。');
    }
    if (!nonces.add(nonce)) return refuse(reply, 'NONCE_REPLAYED', '随机串已经用过。');
    return undefined;
  };
};
