import type { EffectDescriptor } from '@yuezheng/case-engine';
import { addDays, addYears, fullYears } from '@yuezheng/shared-types';
import fc from 'fast-check';
import { holding } from '../../testing/facts';
import type { HeldPermit } from '../facts';
import { effects } from './effects';

const filed = (submittedOn: string): Parameters<typeof effects>[0] => ({ city: '440100', situation: 'employment', exempt: true, values: {}, submittedOn });

const endorse = (permit: HeldPermit, submittedOn: string, approvedOn = submittedOn): Extract<EffectDescriptor, { type: 'endorsePermit' }> => {
  const [effect, ...more] = effects(filed(submittedOn), { today: approvedOn, permit });
  if (effect?.type !== 'endorsePermit' || more.length > 0) throw new Error('one endorsement expected');
  return effect;
};

describe('an endorsement', () => {
  it('in time adds a year to the one that ends', () => {
    expect(endorse(holding('2026-12-20', { residenceSince: '2024-12-20' }), '2026-11-25')).toEqual({
      type: 'endorsePermit', permitId: holding('2026-12-20').id, endorsedOn: '2026-11-25', validUntil: '2027-12-20', residenceSince: '2024-12-20', restored: false,
    });
    expect(endorse(holding('2026-12-20'), '2026-12-20').validUntil).toBe('2027-12-20');
  });

  it('too late begins anew on the day it was asked for, however long the review takes', () => {
    const suspended = holding('2026-12-20', { residenceSince: '2020-12-20', status: 'suspended' });
    expect(endorse(suspended, '2026-12-21')).toMatchObject({ validUntil: '2027-12-21', residenceSince: '2026-12-21', restored: true });
    expect(endorse(suspended, '2027-03-01', '2027-03-16')).toMatchObject({ endorsedOn: '2027-03-16', validUntil: '2028-03-01', residenceSince: '2027-03-01', restored: true });
  });

  it('asked for in time stays in time, though the permit was suspended meanwhile', () => {
    const suspended = holding('2026-12-20', { residenceSince: '2020-12-20', status: 'suspended' });
    expect(endorse(suspended, '2026-12-18', '2027-01-02')).toMatchObject({ validUntil: '2027-12-20', residenceSince: '2020-12-20', restored: true });
  });

  it('gives 29 February back in a leap year', () => {
    const ends: string[] = [];
    let permit = holding('2029-02-28', { residenceSince: '2028-02-29' });
    for (let year = 0; year < 4; year += 1) {
      permit = { ...permit, validUntil: endorse(permit, addDays(permit.validUntil, -5)).validUntil };
      ends.push(permit.validUntil);
    }
    expect(ends).toEqual(['2030-02-28', '2031-02-28', '2032-02-29', '2033-02-28']);
  });

  it('never shortens a permit, and always ends on a full year of residence', () => {
    fc.assert(
      fc.property(fc.nat({ max: 3000 }), fc.integer({ min: 1, max: 10 }), fc.integer({ min: -30, max: 800 }), (days, years, after) => {
        const residenceSince = addDays('2020-01-01', days);
        const permit = holding(addYears(residenceSince, years), { residenceSince });
        const submittedOn = addDays(permit.validUntil, after);
        const next = endorse(permit, submittedOn);
        expect(next.validUntil > permit.validUntil && next.validUntil > submittedOn).toBe(true);
        expect(next.restored).toBe(after > 0);
        expect(addYears(next.residenceSince, fullYears(next.residenceSince, next.validUntil))).toBe(next.validUntil);
      }),
    );
  });

  it('of no permit is none', () => {
    expect(effects(filed('2026-11-25'), { today: '2026-11-25' })).toEqual([]);
  });
});
