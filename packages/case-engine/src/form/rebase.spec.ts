import fc from 'fast-check';
import { FILE_ID, goodSubmission } from '../../testing/cases';
import { bicyclePermit } from '../../testing/definition';
import { rebase } from './rebase';

describe('rebase', () => {
  it('changes nothing where the definition did not change', () => {
    expect(rebase(goodSubmission, bicyclePermit)).toEqual(goodSubmission);
  });

  it('keeps what still has a place and drops the rest', () => {
    const older = {
      situation: 'stolen',
      values: { ...goodSubmission.values, colour: 'green', place: '体育西路', phone: { district: '440106', detail: '' }, name: '林晓岚', bell: '有' },
      materials: { lease: [FILE_ID], deed: [FILE_ID] },
    };
    expect(rebase(older, bicyclePermit)).toEqual({ situation: undefined, values: { boughtOn: '2026-03-01' }, materials: { lease: [FILE_ID] } });
  });

  it('keeps a wrong answer, for the person to mend', () => {
    expect(rebase({ ...goodSubmission, values: { phone: '1' } }, bicyclePermit).values).toEqual({ phone: '1' });
  });

  it('does nothing a second time', () => {
    const values = fc.dictionary(fc.constantFrom('phone', 'colour', 'place', 'name', 'other'), fc.oneof(fc.string(), fc.record({ district: fc.string(), detail: fc.string() })));
    fc.assert(
      fc.property(values, fc.constantFrom('owned', 'other', undefined), (typed, situation) => {
        const once = rebase({ situation, values: typed, materials: {} }, bicyclePermit);
        expect(rebase(once, bicyclePermit)).toEqual(once);
      }),
    );
  });
});
