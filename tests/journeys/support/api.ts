import { randomUUID } from 'node:crypto';
import { ERRORS, type ErrorCode, type Problem } from '@yuezheng/shared-types';

export interface Answer<T = unknown> {
  readonly status: number;
  readonly type: string;
  readonly body: T;
}

interface CallOptions {
  readonly token?: string;
  readonly body?: unknown;
  readonly form?: FormData;
  /** `Idempotency-Key`; a new one for each write unless given. */
  readonly key?: string;
}

/** The API over HTTP, as any program would call it. */
export class Api {
  constructor(private readonly url: string) {}

  /** @param route below `/api` */
  async call<T = unknown>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', route: string, { token, body, form, key = randomUUID() }: CallOptions = {}): Promise<Answer<T>> {
    const answer = await fetch(`${this.url}/api${route}`, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(method !== 'GET' && { 'idempotency-key': key }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    const type = answer.headers.get('content-type') ?? '';
    const text = await answer.text();
    return { status: answer.status, type, body: (type.includes('json') ? JSON.parse(text) : text) as T };
  }

  /** Like `call`, for what must succeed. */
  async done<T = unknown>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', route: string, options?: CallOptions): Promise<T> {
    const answer = await this.call<T>(method, route, options);
    if (answer.status !== 200) throw new Error(`${method} ${route} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}

/** A whole sentence in Chinese. */
const SENTENCE = /^[“《\p{Script=Han}].*。$/u;

/** Asserts a refusal: its code, its status, its form, and a sentence in Chinese that says what to do. */
export function expectRefused(answer: Answer, code: ErrorCode): Problem {
  const problem = answer.body as Problem;
  expect({ status: answer.status, code: problem.code }).toEqual({ status: ERRORS[code].status, code });
  expect(problem.detail).toMatch(SENTENCE);
  expect(answer.type).toContain('application/problem+json');
  return problem;
}
