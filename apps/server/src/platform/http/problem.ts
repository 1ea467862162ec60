import { ERRORS, type Problem, type Refusal } from '@yuezheng/shared-types';

const PROBLEM_MIME = 'application/problem+json; charset=utf-8';

/** RFC 9457 problem details of a refusal. */
function problemOf(refusal: Refusal, requestId: string): Problem {
  const { status, sentence } = ERRORS[refusal.code];
  return {
    type: `urn:yuezheng:problem:${refusal.code}`,
    title: sentence,
    status,
    code: refusal.code,
    detail: refusal.fields?.[0]?.message ?? sentence,
    ...(refusal.fields && { fields: [...refusal.fields] }),
    ...(refusal.current !== undefined && { current: refusal.current }),
    requestId,
  };
}

/** What of a Fastify reply a problem needs. Replies of different routes take different payloads: `never` fits them all. */
export interface ProblemReply {
  status(code: number): ProblemReply;
  header(name: string, value: string): ProblemReply;
  send(...payload: never): unknown;
}

/** A minute is the throttle's window, and longer than a write that was cut off holds its key. */
const RETRY_AFTER_S = '60';

/** Never kept by a cache: `current` is a person's record. */
export function sendProblem(reply: ProblemReply, refusal: Refusal, requestId: string): void {
  const problem = problemOf(refusal, requestId);
  if (refusal.code === 'too-many-requests') reply.header('retry-after', RETRY_AFTER_S);
  reply.status(problem.status).header('content-type', PROBLEM_MIME).header('cache-control', 'no-store').send(...([problem] as never));
}
