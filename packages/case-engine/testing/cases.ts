import type { SupplementItem } from '@yuezheng/shared-types';
import type { Submission, SubmissionContext } from '../src/form/check-submission';
import type { Actor, CaseAction, CaseActionType, CaseFile } from '../src/process/case-file';
import { startClock } from '../src/process/clock';
import type { DecisionContext } from '../src/process/decide';
import { bicyclePermit } from './definition';

export const FILE_ID = '0199f1a2-0000-7000-8000-000000000001';
export const OTHER_FILE_ID = '0199f1a2-0000-7000-8000-000000000002';

export const GUANGZHOU = '440100';
export const TODAY = '2026-11-18';

/** Saturday and Sunday are days of rest, as in every week without a holiday. */
export const weekday = (date: string): boolean => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

export const submissionContext: SubmissionContext = { today: TODAY, city: GUANGZHOU, cityName: '广州市', exempt: false, photoOnRecord: true };

export const decisionContext: DecisionContext = { today: TODAY, cityName: '广州市', isWorkingDay: weekday };

/** A submission with nothing wrong about it. */
export const goodSubmission: Submission = {
  situation: 'rented',
  values: { phone: '13800138000', colour: 'blue', boughtOn: '2026-03-01', place: { district: '440106', detail: '体育西路 103 号' } },
  materials: { lease: [FILE_ID] },
};

export const aCase = (changes: Partial<CaseFile> = {}): CaseFile => ({
  ...goodSubmission,
  state: 'submitted',
  holderId: 'child',
  applicantId: 'parent',
  city: GUANGZHOU,
  definition: bicyclePermit,
  exempt: false,
  photoOnRecord: true,
  clock: startClock(bicyclePermit.timeLimit, TODAY),
  ...changes,
});

const staff = (id: string, roles: readonly string[], cities: readonly string[]): Extract<Actor, { kind: 'staff' }> => ({ kind: 'staff', id, roles, cities });

/** Everybody who may come to a case. The claimant is the one who claimed it, where it is claimed. */
export const ACTORS = {
  claimant: staff('claimant', ['reviewer'], [GUANGZHOU]),
  colleague: staff('colleague', ['reviewer', 'clerk'], [GUANGZHOU, '440300']),
  provincial: staff('provincial', ['reviewer'], []),
  elsewhere: staff('elsewhere', ['reviewer'], ['440400']),
  clerk: staff('clerk', ['clerk'], []),
  administrator: staff('administrator', ['administrator'], []),
  applicant: { kind: 'resident', id: 'parent' },
  holder: { kind: 'resident', id: 'child' },
  stranger: { kind: 'resident', id: 'claimant' },
  system: { kind: 'system' },
} as const satisfies Record<string, Actor>;

export const ITEMS: readonly SupplementItem[] = [
  { kind: 'material', target: 'lease', title: '租用合同', reason: '盖章页看不清，请重拍' },
  { kind: 'field', target: 'place', title: '停放地址', reason: '请补充房号' },
];

/** Each action with content that nobody could find fault with. */
export const GOOD_ACTIONS: { readonly [T in CaseActionType]: Extract<CaseAction, { type: T }> } = {
  claim: { type: 'claim' },
  release: { type: 'release' },
  approve: { type: 'approve' },
  'approve-automatically': { type: 'approve-automatically' },
  return: { type: 'return', reason: '材料系伪造' },
  'request-supplement': { type: 'request-supplement', items: ITEMS },
  supplement: { type: 'supplement', values: { place: { district: '440106', detail: '体育西路 103 号 1204 房' } }, materials: { lease: [OTHER_FILE_ID] } },
  extend: { type: 'extend', reason: '需要实地核查' },
  withdraw: { type: 'withdraw' },
  lapse: { type: 'lapse' },
};
