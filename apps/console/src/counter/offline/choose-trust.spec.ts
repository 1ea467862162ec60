import { HOUR, issuer, NOW, openedTrust, published, stranger } from '../../testing/sample-trust';
import { chooseTrust, type KeptTrust } from './choose-trust';

const kept = (what: Parameters<typeof published>[0] = {}): KeptTrust => ({
  stored: published(what),
  trust: openedTrust(what),
});

it('takes what is newer, and the first of all', () => {
  const newer = published({ issuedAt: NOW });
  for (const before of [undefined, kept()]) {
    expect(chooseTrust(newer, before)).toMatchObject({ taken: { trust: { statusList: { issuedAt: NOW } } } });
  }
});

it('takes the same list with the clock that came now', () => {
  const clock = { serverTime: NOW + 30_000, reading: { wall: 1, monotonic: 2, run: 'now' } };
  expect(chooseTrust({ ...published(), clock }, kept())).toMatchObject({ taken: { trust: { clock } } });
});

it('never goes back to an older list, though it is signed', () => {
  expect(chooseTrust(published({ issuedAt: NOW - HOUR }), kept())).toEqual({ refused: 'older' });
});

it('keeps the list at hand, and takes the time, when a server that knows a little less answers', () => {
  const clock = { serverTime: NOW + 30_000, reading: { wall: 1, monotonic: 2, run: 'now' } };
  const before = kept({ issuedAt: NOW });
  expect(chooseTrust({ ...published({ issuedAt: NOW - 60_000 }), clock }, before)).toMatchObject({
    taken: { stored: { statusList: before.stored.statusList, clock }, trust: { statusList: { issuedAt: NOW }, clock } },
  });
});

it('takes no list of something else, and no list that is not signed by the keys with it', () => {
  expect(chooseTrust(published({ subject: 'another', issuedAt: NOW }), kept())).toEqual({ refused: 'other-list' });
  expect(chooseTrust(published({ signer: stranger, keyOf: issuer }), kept())).toEqual({ refused: 'damaged' });
  expect(chooseTrust({ ...published(), statusList: new Uint8Array(9) }, undefined)).toEqual({ refused: 'damaged' });
});

it('goes over to other keys, under which the list at hand is worth nothing', () => {
  const other = published({ signer: stranger, issuedAt: NOW - 120_000 });
  expect(chooseTrust(other, kept())).toMatchObject({ taken: { stored: other } });
});
