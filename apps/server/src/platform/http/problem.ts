import { ERRORS, type Problem, type Refusal } from '@yuezheng/shared-types';

const PROBLEM_MIME = 'application/problem+json; charset=utf-8';

/** A refusal thrown where there is no result to return it in: guards and the plumbing, never domain code. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

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
  status(code: number): { header(name: string, value: string): { send(...payload: never): unknown } };
}

export function sendProblem(reply: ProblemReply, refusal: Refusal, requestId: string): void {
  const problem = problemOf(refusal, requestId);
  reply.status(problem.status).header('content-type', PROBLEM_MIME).send(...([problem] as never));
}
