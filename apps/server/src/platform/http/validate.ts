import { z } from 'zod';
import { ok, refuse, syncVerifications, verifyCode, type FieldIssue, type Result, type Route } from '@yuezheng/shared-types';
import type { ParsedInput } from './request';

const MAX_DEPTH = 20;
// A lone surrogate or NUL is no text: PostgreSQL stores neither.
const UNSTORABLE = /\u0000|[\uD800-\uDFFF]/u;

/** Routes for what a scanner read: anything at all, judged as a code and never stored as it came. */
const TAKES_ANY_TEXT: ReadonlySet<Route> = new Set<Route>([verifyCode, syncVerifications]);

type Part = 'params' | 'query' | 'body';
const PARTS: readonly Part[] = ['params', 'query', 'body'];

/** Parses what the client sent by the contract: unknown properties are dropped, faults become `invalid-request` with fields. */
export function validate(route: Route, given: Readonly<Record<Part, unknown>>): Result<ParsedInput> {
  const input: Partial<Record<Part, unknown>> = {};
  const fields: FieldIssue[] = [];
  for (const part of PARTS) {
    const schema = route[part];
    if (schema === undefined || schema === 'multipart') continue;
    if (!TAKES_ANY_TEXT.has(route) && !isStorable(given[part])) return refuse('invalid-request', { fields: [{ path: part, code: 'unstorable', message: '内容含有无法保存的字符，请删除后重试。' }] });
    const parsed = z.core.safeParse(schema, given[part] ?? {});
    if (parsed.success) input[part] = parsed.data;
    else fields.push(...parsed.error.issues.map(fieldIssue));
  }
  return fields.length > 0 ? refuse('invalid-request', { fields: fields.slice(0, 50) }) : ok(input);
}

/** Whether all text in `value` can be stored, and it is not nested without end. Walks without recursion. */
export function isStorable(value: unknown): boolean {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.depth > MAX_DEPTH) return false;
    if (typeof next.value === 'string' && UNSTORABLE.test(next.value)) return false;
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const [key, inner] of Object.entries(next.value)) {
      if (UNSTORABLE.test(key)) return false;
      waiting.push({ value: inner, depth: next.depth + 1 });
    }
  }
  return true;
}

const fieldIssue = (issue: z.core.$ZodIssue): FieldIssue => ({ path: issue.path.map(String).join('.'), code: issue.code, message: messageFor(issue) });

function messageFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return '此项没有填写或类型有误，请检查。';
    case 'too_small':
      return issue.origin === 'string' ? '此项填写得太短，请补充。' : '此项数值或数量太小，请检查。';
    case 'too_big':
      return issue.origin === 'string' ? `此项最多 ${issue.maximum} 个字，请精简。` : `此项最多 ${issue.maximum}，请检查。`;
    case 'invalid_format':
      return '此项格式不正确，请检查。';
    case 'invalid_value':
    case 'invalid_union':
      return '请从给出的选项中选择。';
    default:
      return '此项内容有误，请检查。';
  }
}
