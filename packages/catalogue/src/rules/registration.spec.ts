import { registered } from '../../testing/facts';
import type { Registration } from '../facts';
import { currentResidence } from './registration';

const since = (...registrations: Registration[]): string | undefined => currentResidence({ today: '2026-11-22', registrations }, '440100')?.from;
const ended = (from: string, to: string): Registration => registered(from, { status: 'ended', to });

describe('the residence registered without a break', () => {
  it.each<[string, Registration[], string | undefined]>([
    ['no record', [], undefined],
    ['one active record', [registered('2026-04-13')], '2026-04-13'],
    ['a record that begins today', [registered('2026-11-22')], '2026-11-22'],
    ['a record in the future', [registered('2026-11-23')], undefined],
    ['another city', [registered('2020-01-01', { city: '440300' })], undefined],
    ['a record that was wrong', [registered('2020-01-01', { status: 'wrong-information' })], undefined],
    ['an active record past its end', [registered('2020-01-01', { to: '2026-11-21' })], undefined],
    ['an active record up to today', [registered('2020-01-01', { to: '2026-11-22' })], '2020-01-01'],
    ['a move within the city', [ended('2025-01-01', '2026-03-31'), registered('2026-04-01')], '2025-01-01'],
    ['a gap of thirty days', [ended('2025-01-01', '2026-03-02'), registered('2026-04-01')], '2025-01-01'],
    ['a gap of thirty-one days', [ended('2025-01-01', '2026-03-01'), registered('2026-04-01')], '2026-04-01'],
    ['two moves', [registered('2026-04-01'), ended('2024-01-01', '2025-01-15'), ended('2025-01-10', '2026-03-20')], '2024-01-01'],
    ['a wrong record between', [registered('2026-04-01'), registered('2024-01-01', { status: 'wrong-information', to: '2026-03-31' })], '2026-04-01'],
    ['two homes at a time', [registered('2024-01-01'), registered('2026-10-01')], '2024-01-01'],
    ['an older record that ended one knows not when', [registered('2024-01-01', { status: 'ended' }), registered('2026-10-01')], '2026-10-01'],
  ])('%s: %#', (_what, registrations, from) => expect(since(...registrations)).toBe(from));

  it('shows the newest record that holds', () => {
    const registrations = [registered('2024-01-01', { address: '旧' }), registered('2026-10-01', { address: '新' })];
    expect(currentResidence({ today: '2026-11-22', registrations }, '440100')?.current.address).toBe('新');
  });
});
