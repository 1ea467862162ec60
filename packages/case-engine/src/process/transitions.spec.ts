import { CaseState } from '@yuezheng/shared-types';
import { isFinal, STATES } from './states';
import { INITIAL_STATE, tableFaults, transitionFor, TRANSITIONS, type Transition } from './transitions';

const faults = (change: (table: readonly Transition[]) => readonly Transition[]): string[] => tableFaults(change(TRANSITIONS), STATES);
const claim: Transition = { action: 'claim', from: ['submitted'], to: 'in-review', by: 'reviewer' };

describe('the table of how a case moves', () => {
  it('has no faults', () => {
    expect(tableFaults(TRANSITIONS, STATES)).toEqual([]);
  });

  it('names the states that cross the wire, and no others', () => {
    expect(Object.keys(STATES).sort()).toEqual(Object.values(CaseState.def.entries).sort());
    expect(isFinal(INITIAL_STATE)).toBe(false);
  });

  it('stops the clock on every way into a final state, and nowhere else', () => {
    for (const step of TRANSITIONS) expect([step.action, step.clock === 'stop']).toEqual([step.action, isFinal(step.to)]);
  });

  it('pauses the clock exactly while papers are supplied', () => {
    for (const step of TRANSITIONS) {
      const waits = step.from.includes('supplement');
      expect(step.clock === 'pause').toBe(step.to === 'supplement' && !waits);
      expect(step.clock === 'resume').toBe(waits && step.to === 'in-review');
    }
  });

  it('tells the resident of every change of state', () => {
    for (const step of TRANSITIONS) if (step.from.some((state) => state !== step.to)) expect(step.title).toMatch(/^[一-鿿]+$/);
  });

  it('finds a step, or says that there is none', () => {
    expect(transitionFor('submitted', 'claim')?.to).toBe('in-review');
    expect(transitionFor('approved', 'claim')).toBeUndefined();
    expect(transitionFor('submitted', 'approve')).toBeUndefined();
  });
});

describe('tableFaults', () => {
  it('finds a state that no path reaches', () => {
    expect(faults((table) => table.filter((step) => step.to !== 'supplement'))).toContain('supplement cannot be reached');
    // Reached only from what cannot be reached itself.
    expect(tableFaults([claim, { ...claim, action: 'return', from: ['supplement'], to: 'returned' }], STATES)).toContain('returned cannot be reached');
  });

  it('finds an open state that nobody can leave', () => {
    expect(faults((table) => table.filter((step) => !step.from.includes('supplement')))).toContain('supplement cannot be left');
    expect(tableFaults([claim, { ...claim, action: 'release', from: ['in-review'] }], STATES)).toContain('in-review cannot be left');
  });

  it('finds a final state that can be left', () => {
    expect(faults((table) => [...table, { ...claim, action: 'release', from: ['approved'] }])).toEqual(['approved is final and can be left']);
  });

  it('finds two ways for one action from one state', () => {
    expect(faults((table) => [...table, { ...claim, to: 'returned' }])).toEqual(['claim leaves submitted in two ways']);
  });
});
