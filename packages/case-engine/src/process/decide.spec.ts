import { addDays, type CaseState, type Result } from '@yuezheng/shared-types';
import { aCase, ACTORS, decisionContext, GOOD_ACTIONS, ITEMS, TODAY, weekday } from '../../testing/cases';
import { bicyclePermit } from '../../testing/definition';
import type { CaseAction, CaseActionType, CaseFile } from './case-file';
import { clockView, extendClock, pauseClock, startClock } from './clock';
import { decide, type Decision } from './decide';
import { STATES } from './states';

type ActorName = keyof typeof ACTORS;

const STATE_NAMES = Object.keys(STATES) as CaseState[];
const ACTION_NAMES = Object.keys(GOOD_ACTIONS) as CaseActionType[];
const ACTOR_NAMES = Object.keys(ACTORS) as ActorName[];

/** A case in a state as it stands there in real life; its supplement has run out, so that nothing but the table stands in the way. */
const caseIn = (state: CaseState): CaseFile => ({
  ...aCase({ state, exempt: true }),
  ...(state === 'submitted' ? {} : { claimedBy: 'claimant' }),
  ...(state === 'supplement' ? { supplement: { items: ITEMS, dueOn: addDays(TODAY, -1) }, clock: pauseClock(startClock(bicyclePermit.timeLimit, TODAY), TODAY) } : {}),
});

const run = (file: CaseFile, action: CaseAction, actor: ActorName, today = TODAY): Result<Decision> => decide(file, action, ACTORS[actor], { ...decisionContext, today });

const code = (result: Result<Decision>): string => (result.ok ? 'ok' : result.refusal.code);

const after = (result: Result<Decision>): Decision => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

/** Everything that may happen, written out by hand. */
const POSSIBLE: Readonly<Record<CaseState, Partial<Record<CaseActionType, readonly ActorName[]>>>> = {
  submitted: { claim: ['claimant', 'colleague', 'provincial'], 'approve-automatically': ['system'], withdraw: ['applicant', 'holder'] },
  'in-review': {
    claim: ['claimant'], release: ['claimant', 'administrator'], approve: ['claimant'], return: ['claimant'], 'request-supplement': ['claimant'], extend: ['claimant'],
    withdraw: ['applicant', 'holder'],
  },
  supplement: { release: ['claimant', 'administrator'], supplement: ['applicant', 'holder'], withdraw: ['applicant', 'holder'], lapse: ['system'] },
  approved: {},
  returned: {},
  withdrawn: {},
};

describe('every action in every state by everybody', () => {
  const all = STATE_NAMES.flatMap((state) => ACTION_NAMES.flatMap((action) => ACTOR_NAMES.map((actor) => ({ state, action, actor }))));

  it('succeeds exactly where it is possible', () => {
    const possible = all.filter(({ state, action, actor }) => POSSIBLE[state][action]?.includes(actor));
    const succeeded = all.filter(({ state, action, actor }) => run(caseIn(state), GOOD_ACTIONS[action], actor).ok);
    expect(succeeded).toEqual(possible);
  });

  it('tells a stranger nothing, and an official out of place only that', () => {
    for (const { state, action, actor } of all) {
      const result = code(run(caseIn(state), GOOD_ACTIONS[action], actor));
      if (actor === 'stranger') expect(result).toBe('not-found');
      if (actor === 'clerk' || actor === 'elsewhere') expect(result).toBe('forbidden');
    }
  });

  it('is refused as not allowed, to whoever may see the case, where the table has no such step', () => {
    for (const { state, action, actor } of all.filter((one) => !POSSIBLE[one.state][one.action] && !['stranger', 'clerk', 'elsewhere'].includes(one.actor))) {
      expect([state, action, code(run(caseIn(state), GOOD_ACTIONS[action], actor))]).toEqual([state, action, 'action-not-allowed']);
    }
  });

  it('leaves the case that it was given untouched', () => {
    for (const { state, action, actor } of all) {
      const file = caseIn(state);
      run(file, GOOD_ACTIONS[action], actor);
      expect(file).toEqual(caseIn(state));
    }
  });

  it('refuses a known action in the wrong state as such', () => {
    expect(code(run(caseIn('approved'), GOOD_ACTIONS.approve, 'claimant'))).toBe('action-not-allowed');
    expect(code(run(caseIn('submitted'), GOOD_ACTIONS.approve, 'claimant'))).toBe('action-not-allowed');
    expect(code(run(caseIn('withdrawn'), GOOD_ACTIONS.withdraw, 'applicant'))).toBe('action-not-allowed');
  });
});

describe('two officials', () => {
  const claimed = after(run(aCase(), GOOD_ACTIONS.claim, 'claimant')).file;

  it('never work on one case: the second is refused', () => {
    expect(claimed).toMatchObject({ state: 'in-review', claimedBy: 'claimant' });
    for (const action of ['claim', 'release', 'approve', 'return', 'request-supplement', 'extend'] as const) {
      expect([action, code(run(claimed, GOOD_ACTIONS[action], 'colleague'))]).toEqual([action, 'claimed-by-other']);
    }
  });

  it('may claim twice by a double tap, without a second entry in the timeline', () => {
    const again = after(run(claimed, GOOD_ACTIONS.claim, 'claimant'));
    expect(again.file).toEqual(claimed);
    expect(again.note).toBeUndefined();
  });

  it('hand a case over by releasing it', () => {
    const released = after(run(claimed, GOOD_ACTIONS.release, 'claimant'));
    expect(released.file.claimedBy).toBeUndefined();
    expect(released.note).toBeUndefined();
    expect(code(run(released.file, GOOD_ACTIONS.approve, 'colleague'))).toBe('not-claimed');
    expect(code(run(released.file, GOOD_ACTIONS.release, 'claimant'))).toBe('not-claimed');
    expect(after(run(released.file, GOOD_ACTIONS.claim, 'colleague')).file.claimedBy).toBe('colleague');
  });
});

describe('reasons', () => {
  it.each(['', '  ', '　\n', '\u200b', ' \u200b\u2060\ufeff '])('must say something: %j', (reason) => {
    expect(code(run(caseIn('in-review'), { type: 'return', reason }, 'claimant'))).toBe('reason-required');
    expect(code(run(caseIn('in-review'), { type: 'extend', reason }, 'claimant'))).toBe('reason-required');
  });

  it('are what the resident reads', () => {
    const returned = after(run(caseIn('in-review'), { type: 'return', reason: ' 材料系伪造 ' }, 'claimant'));
    expect(returned.note).toEqual({ title: '已退件', detail: '材料系伪造', tone: 'danger' });
    expect(returned).toMatchObject({ approved: false, tellApplicant: true, from: 'in-review' });
  });
});

describe('extending', () => {
  it('is possible once, as far as the law goes', () => {
    const extended = after(run(caseIn('in-review'), GOOD_ACTIONS.extend, 'claimant'));
    expect(clockView(extended.file.clock, TODAY, weekday)?.dueOn).toBe('2026-12-18');
    expect(extended.note?.detail).toBe('办理期限延长至 30 天：需要实地核查');
    expect(code(run(extended.file, GOOD_ACTIONS.extend, 'claimant'))).toBe('already-extended');
    expect(code(run(extended.file, { type: 'extend', reason: '' }, 'claimant'))).toBe('already-extended');
  });

  it('is impossible where the law knows no longer limit', () => {
    const file = { ...caseIn('in-review'), clock: startClock({ days: 10, unit: 'working-day' }, TODAY) };
    expect(code(run(file, GOOD_ACTIONS.extend, 'claimant'))).toBe('action-not-allowed');
  });

  it('says the unit of the law', () => {
    const file = { ...caseIn('in-review'), clock: startClock({ days: 10, unit: 'working-day', extendToDays: 20 }, TODAY) };
    expect(after(run(file, GOOD_ACTIONS.extend, 'claimant')).note?.detail).toBe('办理期限延长至 20 个工作日：需要实地核查');
  });
});

describe('approving', () => {
  it('by an official stops the clock and sets off the effects', () => {
    const decision = after(run(caseIn('in-review'), GOOD_ACTIONS.approve, 'claimant', '2026-11-20'));
    expect(decision).toMatchObject({ approved: true, tellApplicant: true, note: { title: '已办结', tone: 'ok' } });
    expect(decision.file.clock.stoppedOn).toBe('2026-11-20');
    expect(decision.file.state).toBe('approved');
  });

  it('by itself happens only when the definition says so', () => {
    const submitted = caseIn('submitted');
    expect(after(run(submitted, GOOD_ACTIONS['approve-automatically'], 'system'))).toMatchObject({ approved: true, tellApplicant: true });
    expect(code(run({ ...submitted, exempt: false }, GOOD_ACTIONS['approve-automatically'], 'system'))).toBe('action-not-allowed');
    const byHand = { ...submitted, definition: { ...bicyclePermit, decidedAutomatically: undefined } };
    expect(code(run(byHand, GOOD_ACTIONS['approve-automatically'], 'system'))).toBe('action-not-allowed');
    const whenOwned = { ...submitted, exempt: false, definition: { ...bicyclePermit, decidedAutomatically: { op: 'situation' as const, in: ['owned'] } } };
    expect(code(run(whenOwned, GOOD_ACTIONS['approve-automatically'], 'system'))).toBe('action-not-allowed');
    expect(code(run({ ...whenOwned, situation: 'owned' }, GOOD_ACTIONS['approve-automatically'], 'system'))).toBe('ok');
  });

  it('stays possible for an extended case', () => {
    const file = { ...caseIn('in-review'), clock: extendClock(startClock(bicyclePermit.timeLimit, TODAY)) };
    expect(code(run(file, GOOD_ACTIONS.approve, 'claimant'))).toBe('ok');
  });
});

describe('withdrawing', () => {
  it('ends the case without telling the one who did it', () => {
    const decision = after(run(caseIn('supplement'), GOOD_ACTIONS.withdraw, 'applicant', addDays(TODAY, 3)));
    expect(decision).toMatchObject({ approved: false, tellApplicant: false, note: { title: '已撤回', tone: 'muted' } });
    expect(decision.file.clock).toMatchObject({ stoppedOn: addDays(TODAY, 3), pausedDays: 3 });
  });
});
