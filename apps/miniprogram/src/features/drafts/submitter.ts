import type { Answer, ApiProblem } from '../../api';
import { isPassing } from '../../api/problem';

export interface SubmittedCase {
  readonly caseId: string;
  readonly number: string;
}

/** A submission whose answer is not known yet. */
export interface PendingSubmission {
  readonly key: string;
  readonly version: number;
}

export interface SubmitterParts {
  newKey(): Promise<string>;
  send(draftId: string, version: number, key: string): Promise<Answer<SubmittedCase>>;
  read(draftId: string): PendingSubmission | undefined;
  keep(draftId: string, pending: PendingSubmission): void;
  forget(draftId: string): void;
}

export type Submission =
  | { readonly kind: 'submitted'; readonly value: SubmittedCase }
  /** The answer is not known: trying again is the same submission, also after the app was closed. */
  | { readonly kind: 'unknown'; readonly problem: ApiProblem }
  | { readonly kind: 'refused'; readonly problem: ApiProblem };

export interface Submitter {
  /** Whether an earlier submission of this draft is still without an answer. */
  isPending(draftId: string): boolean;
  submit(draftId: string, version: number): Promise<Submission>;
  /** Asks after a submission without an answer; `undefined` when there is none. */
  resume(draftId: string): Promise<Submission | undefined>;
}

/** Submits a draft once, however often it is tapped and however often the app is closed in between. */
export function createSubmitter(parts: SubmitterParts): Submitter {
  const flights = new Map<string, Promise<Submission>>();

  async function send(draftId: string, version: number): Promise<Submission> {
    const pending = parts.read(draftId) ?? { key: await parts.newKey(), version };
    parts.keep(draftId, pending);
    const answer = await parts.send(draftId, pending.version, pending.key);
    if (!answer.ok && isPassing(answer.problem)) return { kind: 'unknown', problem: answer.problem };
    parts.forget(draftId);
    return answer.ok ? { kind: 'submitted', value: answer.value } : { kind: 'refused', problem: answer.problem };
  }

  function submit(draftId: string, version: number): Promise<Submission> {
    const flight = flights.get(draftId) ?? send(draftId, version).finally(() => flights.delete(draftId));
    flights.set(draftId, flight);
    return flight;
  }

  return {
    isPending: (draftId) => parts.read(draftId) !== undefined,
    submit,
    async resume(draftId) {
      const pending = parts.read(draftId);
      return pending && submit(draftId, pending.version);
    },
  };
}
