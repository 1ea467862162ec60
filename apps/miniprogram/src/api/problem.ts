import { ERRORS, type ErrorCode, type FieldIssue } from '@yuezheng/shared-types';

/** Everything that can go wrong with a call: what the server refuses, and what happens on the way to it. */
export type ProblemCode = ErrorCode | 'offline' | 'timeout' | 'unexpected';

/** A failed call, with the sentence for the person on the screen. */
export interface ApiProblem {
  readonly code: ProblemCode;
  /** What happened and what to do next, in Chinese. */
  readonly sentence: string;
  readonly fields: readonly FieldIssue[];
  /** On a conflict: the record as it stands now. */
  readonly current?: unknown;
  /** For a person who asks the help desk. */
  readonly requestId?: string;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ApiProblem };

const ON_THE_WAY: Record<Exclude<ProblemCode, ErrorCode>, string> = {
  offline: '手机没有连上网络，请检查网络后重试，已填写的内容不会丢失。',
  timeout: '网络太慢，没有等到回应，请稍后重试，已填写的内容不会丢失。',
  unexpected: '没有收到完整的回应，请稍后重试，已填写的内容不会丢失。',
};

/** A problem of the way there and back. */
export const problemOnTheWay = (code: Exclude<ProblemCode, ErrorCode>): ApiProblem => ({
  code,
  sentence: ON_THE_WAY[code],
  fields: [],
});

const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwnProperty.call(ERRORS, code);

const isIssue = (issue: unknown): issue is FieldIssue => {
  const { path, code, message } = (issue ?? {}) as Partial<FieldIssue>;
  return typeof path === 'string' && typeof code === 'string' && typeof message === 'string';
};

/**
 * Reads an answer that is not a success. A newer server may know codes that this phone does not: its sentence is
 * shown all the same.
 *
 * @param body parsed problem+json (RFC 9457), or whatever a proxy in between has sent
 */
export function readProblem(body: unknown): ApiProblem {
  if (typeof body !== 'object' || body === null) return problemOnTheWay('unexpected');
  const { code, detail, fields, current, requestId } = body as Record<string, unknown>;
  const known = isErrorCode(code) ? code : undefined;
  const sentence = typeof detail === 'string' && detail !== '' ? detail : known && ERRORS[known].sentence;
  if (sentence === undefined) return problemOnTheWay('unexpected');
  return {
    code: known ?? 'unexpected',
    sentence,
    fields: Array.isArray(fields) ? fields.filter(isIssue) : [],
    ...(current === undefined ? {} : { current }),
    ...(typeof requestId === 'string' ? { requestId } : {}),
  };
}

/** Whether trying again with the same content may help; the person's intent has not been decided on then. */
export const isPassing = (problem: ApiProblem): boolean =>
  ['offline', 'timeout', 'unexpected', 'internal', 'outside-system-down', 'too-many-requests'].includes(problem.code);
