import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { ok, refuse, type Result } from '@yuezheng/shared-types';
import type { Config } from '../config/config';
import type { Clock } from '../platform/clock/clock';
import { newId } from '../platform/database/new-id';
import { OutsideHttp } from '../platform/outside/outside-http';
import type { ExchangeDocumentType } from './payloads';

/** Whom a system is asked about, and why: the exchange keeps the purpose, and so do we in the audit. */
export interface ExchangeQuery {
  readonly purpose: string;
  readonly caseNo?: string;
  readonly documentType?: ExchangeDocumentType;
  readonly idNumber: string;
  /** When given, a number that belongs to somebody else's name is answered `name-mismatch`. */
  readonly name?: string;
}

export type ExchangeAnswer<T> = { readonly kind: 'found'; readonly data: T } | { readonly kind: 'not-found' } | { readonly kind: 'name-mismatch' };

const Envelope = z.discriminatedUnion('code', [
  z.object({ code: z.literal('0'), data: z.unknown() }),
  z.object({ code: z.literal('NOT_FOUND') }),
  z.object({ code: z.literal('NAME_MISMATCH') }),
]);

/** One system of the government data exchange: `POST <base>/<system>/query`, signed with HMAC-SHA256. */
export class ExchangeSystem<T> {
  private readonly http: OutsideHttp;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly system: string,
    private readonly schema: z.ZodType<T>,
  ) {
    this.http = new OutsideHttp(`exchange/${system}`);
  }

  /** @returns what the system knows, or `outside-system-down` when it does not answer or answers something else than agreed */
  async query(query: ExchangeQuery): Promise<Result<ExchangeAnswer<T>>> {
    const url = `${this.config.env.EXCHANGE_BASE_URL}/${this.system}/query`;
    const body = JSON.stringify(query);
    // A function: every attempt needs a nonce of its own.
    const headers = (): Record<string, string> => this.sign(new URL(url).pathname, body);
    const answer = await this.http.send({ method: 'POST', url, headers, body, repeatable: true });
    return answer.ok ? this.read(answer.value.json) : answer;
  }

  private read(json: unknown): Result<ExchangeAnswer<T>> {
    const envelope = Envelope.safeParse(json);
    if (!envelope.success) return refuse('outside-system-down');
    if (envelope.data.code === 'NOT_FOUND') return ok({ kind: 'not-found' });
    if (envelope.data.code === 'NAME_MISMATCH') return ok({ kind: 'name-mismatch' });
    const data = this.schema.safeParse(envelope.data.data);
    return data.success ? ok({ kind: 'found', data: data.data }) : refuse('outside-system-down');
  }

  private sign(path: string, body: string): Record<string, string> {
    const { EXCHANGE_APP_ID, EXCHANGE_SECRET } = this.config.env;
    const timestamp = String(this.clock.now());
    const nonce = newId();
    const lines = ['POST', path, timestamp, nonce, createHash('sha256').update(body).digest('hex')].join('\n');
    return {
      'content-type': 'application/json',
      'x-app-id': EXCHANGE_APP_ID,
      'x-timestamp': timestamp,
      'x-nonce': nonce,
      'x-signature': createHmac('sha256', EXCHANGE_SECRET).update(lines).digest('hex'),
    };
  }
}

/** The data, with nothing known answered as `empty`. */
export const foundOr = <T>(answer: ExchangeAnswer<T>, empty: T): T => (answer.kind === 'found' ? answer.data : empty);
