import { addDays } from '@yuezheng/shared-types';
import fc from 'fast-check';
import { aCase, ACTORS, decisionContext, GOOD_ACTIONS, TODAY, weekday } from '../../testing/cases';
import { bicyclePermit } from '../../testing/definition';
import { availableResidentActions, availableReviewActions, canClaim, canRelease } from './available';
import type { CaseActionType, CaseFile } from './case-file';
import { clockView, startClock } from './clock';
import { decide } from './decide';
import { isFinal } from './states';

type ActorName = keyof typeof ACTORS;

const review = (file: CaseFile, actor: ActorName): string[] => availableReviewActions(file, ACTORS[actor]).map(({ action }) => action);
const resident = (file: CaseFile, actor: ActorName): string[] => availableResidentActions(file, ACTORS[actor]);

const inReview = aCase({ state: 'in-review', claimedBy: 'claimant' });

describe('what is offered', () => {
  it('to the official who claimed the case, in the order of the bar', () => {
    expect(review(inReview, 'claimant')).toEqual(['extend', 'request-supplement', 'return', 'approve']);
    expect(availableReviewActions(inReview, ACTORS.claimant).map(({ shortcut, asks }) => `${shortcut} ${asks}`)).toEqual(['E reason', 'S items', 'R reason', 'A nothing']);
  });

  it('is nothing before a claim, to others, and after the end', () => {
    expect(review(aCase(), 'claimant')).toEqual([]);
    expect(review(aCase({ state: 'in-review' }), 'claimant')).toEqual([]);
    expect(review({ ...inReview, state: 'approved' }, 'claimant')).toEqual([]);
    for (const actor of ['colleague', 'elsewhere', 'clerk', 'administrator', 'applicant', 'stranger', 'system'] as const) expect(review(inReview, actor)).toEqual([]);
  });

  it('lets a reviewer of the city claim what nobody works on', () => {
    const may = (actor: ActorName, file = aCase()): boolean => canClaim(file, ACTORS[actor]);
    expect([may('colleague'), may('provincial'), may('elsewhere'), may('administrator')]).toEqual([true, true, false, false]);
    expect([may('colleague', aCase({ state: 'in-review' })), may('colleague', inReview), may('colleague', aCase({ state: 'returned' }))]).toEqual([true, false, false]);
  });

  it('hands a claim back to its owner and to an administrator', () => {
    const may = (actor: ActorName, file = inReview): boolean => canRelease(file, ACTORS[actor]);
    expect([may('claimant'), may('administrator'), may('colleague'), may('clerk')]).toEqual([true, true, false, false]);
    const waiting: CaseFile = { ...inReview, state: 'supplement' };
    expect([may('claimant', waiting), may('administrator', waiting), may('colleague', waiting)]).toEqual([true, true, false]);
    expect(may('administrator', aCase({ state: 'in-review' }))).toBe(false);
    expect(may('administrator', { ...inReview, state: 'approved' })).toBe(false);
  });

  it('is no second extension', () => {
    expect(review({ ...inReview, clock: { ...inReview.clock, extended: true } }, 'claimant')).not.toContain('extend');
    expect(review({ ...inReview, clock: startClock({ days: 3, unit: 'day' }, TODAY) }, 'claimant')).not.toContain('extend');
  });

  it('to the applicant and the holder', () => {
    const supplement = aCase({ state: 'supplement' });
    expect(resident(supplement, 'applicant')).toEqual(['supplement', 'withdraw']);
    expect(resident(inReview, 'holder')).toEqual(['withdraw']);
    expect(resident({ ...inReview, state: 'withdrawn' }, 'applicant')).toEqual([]);
    for (const actor of ['claimant', 'stranger', 'system'] as const) expect(resident(supplement, actor)).toEqual([]);
  });
});

const ACTION_NAMES = Object.keys(GOOD_ACTIONS) as CaseActionType[];
const ACTOR_NAMES = Object.keys(ACTORS) as ActorName[];

describe('any history of a case', () => {
  const steps = fc.array(fc.record({ action: fc.constantFrom(...ACTION_NAMES), actor: fc.constantFrom(...ACTOR_NAMES), days: fc.nat({ max: 40 }) }), { maxLength: 25 });

  it('offers exactly what then succeeds, and keeps the case whole', () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (history, exempt) => {
        let file = aCase({ exempt, clock: startClock(bicyclePermit.timeLimit, TODAY) });
        let today = TODAY;
        for (const { action, actor, days } of history) {
          today = addDays(today, days);
          const context = { ...decisionContext, today };
          const offered = new Set([...review(file, actor), ...resident(file, actor)]);
          for (const name of ['approve', 'return', 'request-supplement', 'extend', 'supplement', 'withdraw'] as const) {
            expect([name, offered.has(name)]).toEqual([name, decide(file, GOOD_ACTIONS[name], ACTORS[actor], context).ok]);
          }
          const result = decide(file, GOOD_ACTIONS[action], ACTORS[actor], context);
          if (!result.ok) continue;
          const before = file;
          file = result.value.file;
          expect(isFinal(before.state)).toBe(false);
          expect(result.value.approved).toBe(file.state === 'approved');
          expect(file.clock.pausedSince !== undefined).toBe(file.state === 'supplement');
          expect(file.clock.stoppedOn !== undefined).toBe(isFinal(file.state));
          expect(clockView(file.clock, today, weekday) === undefined).toBe(isFinal(file.state));
          if (before.claimedBy && file.claimedBy) expect(file.claimedBy).toBe(before.claimedBy);
          expect(file.definition).toBe(bicyclePermit);
        }
      }),
      { numRuns: 300 },
    );
  });
});
