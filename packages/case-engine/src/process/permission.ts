import type { ErrorCode, StaffRole } from '@yuezheng/shared-types';
import type { Actor, CaseFile } from './case-file';
import type { StepTaker } from './transitions';

type Official = Extract<Actor, { kind: 'staff' }>;

/** Administrators see who works on what; they decide nothing. */
const MAY_READ: readonly StaffRole[] = ['reviewer', 'administrator'];

/** Whether an official's remit covers a city. No cities listed: the whole province. */
export const coversCity = (actor: Official, city: string): boolean => actor.cities.length === 0 || actor.cities.includes(city);

/** Why a case is closed to an actor altogether, or nothing. A stranger learns no more than that there is no such case. */
export const accessProblem = (file: CaseFile, actor: Actor): ErrorCode | undefined => {
  switch (actor.kind) {
    case 'system':
      return undefined;
    case 'resident':
      return actor.id === file.applicantId || actor.id === file.holderId ? undefined : 'not-found';
    case 'staff':
      return MAY_READ.some((role) => actor.roles.includes(role)) && coversCity(actor, file.city) ? undefined : 'forbidden';
  }
};

const TAKEN_BY = {
  system: 'system', applicant: 'resident', reviewer: 'staff', claimant: 'staff', 'claimant-or-administrator': 'staff',
} as const satisfies Record<StepTaker, Actor['kind']>;

const claimProblem = ({ claimedBy }: CaseFile, actor: Official, by: StepTaker): ErrorCode | undefined => {
  if (by === 'reviewer') return undefined;
  if (!claimedBy) return 'not-claimed';
  return claimedBy === actor.id ? undefined : 'claimed-by-other';
};

const officialProblem = (file: CaseFile, actor: Official, by: StepTaker): ErrorCode | undefined => {
  if (by === 'claimant-or-administrator' && actor.roles.includes('administrator')) return file.claimedBy ? undefined : 'not-claimed';
  return actor.roles.includes('reviewer') ? claimProblem(file, actor, by) : 'forbidden';
};

/** Why an actor may not take a step on a case, or nothing. */
export const permissionProblem = (file: CaseFile, actor: Actor, by: StepTaker): ErrorCode | undefined => {
  const problem = accessProblem(file, actor);
  if (problem) return problem;
  if (actor.kind !== TAKEN_BY[by]) return 'forbidden';
  return actor.kind === 'staff' ? officialProblem(file, actor, by) : undefined;
};
