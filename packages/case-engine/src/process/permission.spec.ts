import { aCase, ACTORS } from '../../testing/cases';
import { accessProblem, coversCity, permissionProblem } from './permission';
import type { StepTaker } from './transitions';

const claimed = aCase({ state: 'in-review', claimedBy: 'claimant' });

describe('who may look at a case at all', () => {
  it.each([
    ['claimant', undefined],
    ['colleague', undefined],
    ['provincial', undefined],
    ['elsewhere', 'forbidden'],
    ['clerk', 'forbidden'],
    ['administrator', undefined],
    ['applicant', undefined],
    ['holder', undefined],
    // A resident whose id happens to be an official's is still a stranger.
    ['stranger', 'not-found'],
    ['system', undefined],
  ] as const)('%s: %s', (actor, problem) => expect(accessProblem(claimed, ACTORS[actor])).toBe(problem));
});

describe('who may take a step', () => {
  it.each<[StepTaker, keyof typeof ACTORS, string | undefined]>([
    ['claimant', 'claimant', undefined],
    ['claimant', 'colleague', 'claimed-by-other'],
    ['claimant', 'applicant', 'forbidden'],
    ['claimant', 'stranger', 'not-found'],
    ['claimant', 'system', 'forbidden'],
    ['reviewer', 'colleague', undefined],
    ['reviewer', 'administrator', 'forbidden'],
    ['claimant', 'administrator', 'forbidden'],
    ['claimant-or-administrator', 'claimant', undefined],
    ['claimant-or-administrator', 'administrator', undefined],
    ['claimant-or-administrator', 'colleague', 'claimed-by-other'],
    ['claimant-or-administrator', 'clerk', 'forbidden'],
    ['claimant-or-administrator', 'applicant', 'forbidden'],
    ['reviewer', 'elsewhere', 'forbidden'],
    ['reviewer', 'system', 'forbidden'],
    ['applicant', 'holder', undefined],
    ['applicant', 'claimant', 'forbidden'],
    ['system', 'system', undefined],
    ['system', 'provincial', 'forbidden'],
    ['system', 'applicant', 'forbidden'],
  ])('a step of the %s, by %s: %s', (by, actor, problem) => expect(permissionProblem(claimed, ACTORS[actor], by)).toBe(problem));

  it('needs a claim before a decision', () => {
    expect(permissionProblem(aCase({ state: 'in-review' }), ACTORS.claimant, 'claimant')).toBe('not-claimed');
    expect(permissionProblem(aCase({ state: 'in-review' }), ACTORS.administrator, 'claimant-or-administrator')).toBe('not-claimed');
  });

  it('ends at the border of the remit', () => {
    expect(coversCity(ACTORS.elsewhere, '440400')).toBe(true);
    expect(coversCity(ACTORS.elsewhere, '440100')).toBe(false);
    expect(coversCity(ACTORS.provincial, '440100')).toBe(true);
  });
});
