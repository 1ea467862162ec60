import { addDays, addYears } from '@yuezheng/shared-types';
import fc from 'fast-check';
import { CITIES } from '../cities';
import { guangzhou } from '../cities/guangzhou';
import { shenzhen } from '../cities/shenzhen';
import { windowOpensOn, windowPosition } from './endorsement-window';

const kind = (today: string, validUntil = '2026-12-20', city = guangzhou): string => windowPosition(city.endorsement, validUntil, today).kind;

describe('the endorsement window', () => {
  it('is the month before the full year in the province', () => {
    expect(windowPosition(guangzhou.endorsement, '2026-12-20', '2026-11-19')).toEqual({ kind: 'early', opensOn: '2026-11-20' });
    expect(kind('2026-11-20')).toBe('open');
    expect(kind('2026-12-20')).toBe('open');
    expect(kind('2026-12-21')).toBe('late');
    expect(kind('2036-12-21')).toBe('late');
  });

  it.each([
    ['2027-03-31', '2027-02-28'],
    ['2028-03-30', '2028-02-29'],
    ['2027-01-15', '2026-12-15'],
  ])('of a permit until %s opens on %s', (validUntil, opensOn) => expect(windowOpensOn(guangzhou.endorsement, validUntil)).toBe(opensOn));

  it('is sixty days in Shenzhen, and two years to make up for it', () => {
    expect(windowOpensOn(shenzhen.endorsement, '2026-12-20')).toBe('2026-10-21');
    expect(kind('2026-10-21', '2026-12-20', shenzhen)).toBe('open');
    expect(kind('2028-12-20', '2026-12-20', shenzhen)).toBe('late');
    expect(windowPosition(shenzhen.endorsement, '2026-12-20', '2028-12-21')).toEqual({ kind: 'closed', closedOn: '2028-12-20' });
  });

  it('goes from early to open to late to closed, and never back', () => {
    const order = ['early', 'open', 'late', 'closed'];
    fc.assert(
      fc.property(fc.constantFrom(...CITIES), fc.nat({ max: 3000 }), fc.nat({ max: 1200 }), (city, validDays, days) => {
        const validUntil = addDays('2026-01-01', validDays);
        const day = addDays(addYears(validUntil, -1), days);
        const at = (today: string): number => order.indexOf(kind(today, validUntil, city));
        expect(at(addDays(day, 1))).toBeGreaterThanOrEqual(at(day));
        expect(at(validUntil)).toBe(1);
        expect(at(addDays(validUntil, 1))).toBe(2);
      }),
    );
  });
});
