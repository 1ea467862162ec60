import Taro from '@tarojs/taro';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Absolute, or below the origin in the browser. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly timeoutMs: number;
}

/** `body` is parsed JSON, or the bare text where it is not JSON. */
export type HttpOutcome =
  | { readonly kind: 'answer'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'offline' }
  | { readonly kind: 'timeout' };

/** Text of an answer as JSON where it is JSON. */
export const parseBody = (text: unknown): unknown => {
  if (typeof text !== 'string') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** What the platform throws when no answer came. */
export const failureOf = (error: unknown): HttpOutcome => {
  const message = error instanceof Error ? error.message : String((error as { errMsg?: unknown } | undefined)?.errMsg);
  return /timeout|timed out|abort/i.test(message) ? { kind: 'timeout' } : { kind: 'offline' };
};

/** Sends one request with JSON in and out. Never rejects. */
export async function sendRequest(request: HttpRequest): Promise<HttpOutcome> {
  try {
    const answer = await Taro.request<string, string>({
      url: request.url,
      method: request.method,
      header: { Accept: 'application/json', ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }), ...request.headers },
      data: request.body === undefined ? undefined : JSON.stringify(request.body),
      dataType: 'text',
      responseType: 'text',
      timeout: request.timeoutMs,
    });
    return { kind: 'answer', status: answer.statusCode, body: parseBody(answer.data) };
  } catch (error) {
    return failureOf(error);
  }
}
