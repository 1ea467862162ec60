import { factsOf, insured, registered } from '../../testing/facts';
import type { Facts } from '../facts';
import type { FiledCase } from '../service';
import { personRows, photoRows, residenceRows } from './comparisons';

const facts = factsOf({ registrations: [registered('2026-04-13')], insurance: [insured(9)] });

const filed = (values: FiledCase['values']): FiledCase => ({ city: '440100', situation: 'employment', exempt: false, values, submittedOn: facts.today });

const result = (rows: { id: string; result: string }[], id: string): string | undefined => rows.find((row) => row.id === id)?.result;

const address = (detail: string, known: Facts = facts): string | undefined => result(residenceRows(filed({ address: { district: '440106', detail } }), known), 'address');

describe('what was declared, beside what is known', () => {
  it.each([
    ['体育西路 103 号 A 座 1204 房', 'match'],
    ['体育西路103号A座1204房', 'match'],
    ['体育西路１０３号Ａ座１２０４房', 'match'],
    ['天河区体育西路 103 号 A 座 1204 房', 'judge'],
    ['体育西路 103 号', 'judge'],
    ['体育东路 8 号 1501 房', 'mismatch'],
  ])('the address %s: %s', (detail, expected) => expect(address(detail)).toBe(expected));

  it('takes the same street in another district for another place', () => {
    const rows = residenceRows(filed({ address: { district: '440104', detail: '体育西路 103 号 A 座 1204 房' } }), facts);
    expect(rows.find(({ id }) => id === 'address')).toMatchObject({
      declared: '越秀区 · 体育西路 103 号 A 座 1204 房', found: '天河区 · 体育西路 103 号 A 座 1204 房', result: 'mismatch',
    });
    expect(address('体育西路 103 号 A 座 1204 房', factsOf({ registrations: [registered('2026-04-13', { district: '440100' })] }))).toBe('match');
  });

  it('is absent where the source has nothing', () => {
    expect(address('体育西路 103 号', factsOf())).toBe('absent');
    expect(residenceRows(filed({}), factsOf()).map((row) => row.result)).toEqual(['absent', 'absent']);
  });

  it('leaves an uploaded portrait to the official', () => {
    expect(result(photoRows(filed({}), facts), 'photo')).toBe('match');
    expect(result(photoRows(filed({ photo: '0199f1a2-0000-7000-8000-000000000001' }), facts), 'photo')).toBe('judge');
    expect(result(photoRows(filed({}), { ...facts, photoTakenOn: undefined }), 'photo')).toBe('absent');
  });

  it('marks the id number, and nothing else, as sensitive', () => {
    expect(personRows(facts).filter((row) => row.sensitive).map((row) => row.id)).toEqual(['idNumber']);
  });
});
