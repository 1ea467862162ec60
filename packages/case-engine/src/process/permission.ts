import type { ErrorCode } from '@yuezheng/shared-types';
import type { Actor, CaseFile } from './case-file';
import type { StepTaker } from './transitions';

/** Whether an official's remit covers a city. No cities listed: the whole province. */
export const coversCity = (actor: Extract<Actor, { kind: 'staff' }>, city: string): boolean => actor.cities.length === 0 || actor.cities.includes(city);

/** Why a case is closed to an actor altogether, or nothing. A stranger learns no more than that there is no such case. */
export const accessProblem = (file: CaseFile, actor: Actor): ErrorCode | undefined => {
  switch (actor.kind) {
    case 'system':
      return undefined;
    case 'resident':
      return actor.id === file.applicantId || actor.id === file.holderId ? undefined : 'not-found';
    case 'staff':
      return actor.roles.includes('reviewer') && coversCity(actor, file.city) ? undefined : 'forbidden';
  }
};

const TAKEN_BY = { system: 'system', applicant: 'resident', reviewer: 'staff', claimant: 'staff' } as const satisfies Record<StepTaker, Actor['kind']>;

/** Why an actor may not take a step on a case, or nothing. */
export const permissionProblem = (file: CaseFile, actor: Actor, by: StepTaker): ErrorCode | undefined => {
  const problem = accessProblem(file, actor);
  if (problem) return problem;
  if (actor.kind !== TAKEN_BY[by]) return 'forbidden';
  if (by !== 'claimant' || actor.kind !== 'staff') return undefined;
  if (!file.claimedBy) return 'not-claimed';
  return file.claimedBy === actor.id ? undefined : 'claimed-by-other';
};
