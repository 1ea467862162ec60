import { pages } from '../../pages';
import { wayToPermit } from './case-words';

describe('the way to the permit', () => {
  it('leads into the wallet where it is in there', () => {
    expect(wayToPermit({ state: 'approved', permitId: 'permit', permitLinked: true })).toEqual({ verb: '去亮证', page: pages.wallet });
  });

  it('leads to where it is added, never to an empty wallet', () => {
    expect(wayToPermit({ state: 'approved', permitId: 'permit', permitLinked: false })).toMatchObject({ verb: '添加到亮证', page: pages.addPermit });
  });

  it('is none before there is a permit', () => {
    expect(wayToPermit({ state: 'approved' })).toBeUndefined();
    expect(wayToPermit({ state: 'in-review', permitId: 'permit', permitLinked: true })).toBeUndefined();
  });
});
