import type { Answer, ApiProblem } from './problem';

/** A problem in the form that React Query understands: its queries fail by throwing. */
export class ApiFailure extends Error {
  constructor(readonly problem: ApiProblem) {
    super(problem.code);
  }
}

/** The value of a good answer. @throws {ApiFailure} for any other, to be caught by React Query */
export function valueOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new ApiFailure(answer.problem);
  return answer.value;
}
