import fc from 'fast-check';
import { codeAt, ctx, holderKey, issue, keyPair, must, NOW, verifier } from '../testing/fixtures';
import { isMaskedName, maskName } from './masked-name';
import { nobleContext } from './noble-context';
import { createPresenter, present } from './present';
import { CODE_MOST_CHARACTERS } from './presentation';
import { SLOT_MS, slotAt, slotStart } from './slot';
import { verifyPresentation } from './verify-presentation';

const credential = issue().bytes;
const shown = { credential, holderKey, now: NOW, ctx };

test('one code lasts one slot of five seconds, and the next is due at its end', () => {
  const first = must(present(shown));
  expect(first.changesAt).toBe(slotStart(slotAt(NOW)) + SLOT_MS);
  expect(must(present({ ...shown, now: first.changesAt - 1 })).code).toBe(first.code);
  expect(must(present({ ...shown, now: first.changesAt })).code).not.toBe(first.code);
});

test('a presenter shows what single showings would, for credentials of odd and of even length', () => {
  const lengths = new Set<number>();
  for (const maskedName of ['李*', '林**']) {
    const { bytes } = issue({ maskedName });
    lengths.add(bytes.length % 2);
    const presenter = must(createPresenter({ credential: bytes, holderKey, ctx }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 * 3_600_000 }), (later) => {
        const now = NOW + later;
        expect(presenter.at(now)).toEqual(present({ ...shown, credential: bytes, now }));
        expect(verifyPresentation(must(presenter.at(now)).code, verifier({ now })).kind).toBe('accepted');
      }),
      { numRuns: 20 },
    );
  }
  expect(lengths).toEqual(new Set([0, 1]));
});

test('a presenter takes its credential as it is when it is made', () => {
  const mine = Uint8Array.from(credential);
  const presenter = must(createPresenter({ credential: mine, holderKey, ctx }));
  mine.fill(0);
  expect(must(presenter.at(NOW)).code).toBe(codeAt(NOW));
});

test('the phone and the server sign alike', () => {
  expect(codeAt(NOW, { ctx: nobleContext })).toBe(codeAt(NOW));
});

test('after a burn the next slot can be shown at once', () => {
  const next = slotStart(slotAt(NOW) + 1);
  const verdict = verifyPresentation(codeAt(next), verifier({ burnedBefore: () => NOW }));
  expect(verdict.kind).toBe('accepted');
});

const surnames = [...'王李张欧阿买𠮷司'];
const characters = [...'伟娜晓岚阳·卜杜拉提馬𠮷𪚥'];
const anyName = fc
  .tuple(
    fc.constantFrom(...surnames),
    fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 19 }),
  )
  .map(([first, rest]) => first + rest.join(''));

test('a masked name tells neither the given name nor its length, and always fits', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const masked = maskName(name);
      expect(isMaskedName(masked)).toBe(true);
      expect(masked).toMatch(/^.\*{1,2}$/u);
    }),
  );
  expect(['林晓岚', '李明', '欧阳娜娜', '阿卜杜拉·买买提', '丹'].map(maskName)).toEqual([
    '林**',
    '李*',
    '欧**',
    '阿**',
    '丹',
  ]);
});

test('no code is ever longer than a QR code of version 10-L; the usual ones fit version 9-L', () => {
  const binding = fc.record({
    nonce: fc.uint8Array({ minLength: 8, maxLength: 12 }),
    audience: fc.uint8Array({ minLength: 8, maxLength: 16 }),
  });
  const latest = 0xffff_ffff * 1000 - 60_000;
  const longName = fc
    .string({ unit: fc.constantFrom(...surnames, ...characters, '*'), minLength: 1 })
    .filter(isMaskedName);
  fc.assert(
    fc.property(
      fc.oneof(longName, anyName.map(maskName)),
      fc.nat(255),
      fc.nat(0xffff_ffff),
      fc.integer({ min: NOW, max: latest }),
      fc.option(binding, { nil: undefined }),
      (maskedName, permitType, statusIndex, now, bound) => {
        const issued = issue({
          maskedName,
          permitType,
          statusIndex,
          now,
          permitValidUntil: '2149-06-06',
          lifetimeMs: 60_000,
        });
        const { code } = must(present({ ...shown, credential: issued.bytes, now, binding: bound }));
        expect(code.length).toBeLessThanOrEqual(CODE_MOST_CHARACTERS);
        expect(code).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
      },
    ),
    {
      numRuns: 300,
      examples: [
        ['𠮷𠮷𠮷', 255, 0xffff_ffff, latest, { nonce: new Uint8Array(12), audience: new Uint8Array(16) }],
      ],
    },
  );
  for (const maskedName of ['李*', '林**', '阿**']) {
    expect(
      codeAt(NOW, { credential: issue({ maskedName, statusIndex: 49_999_999 }).bytes }).length,
    ).toBeLessThanOrEqual(335);
  }
});

test.each([
  ['bad-credential', { credential: credential.slice(1) }],
  ['other-key', { holderKey: keyPair(8) }],
  ['bad-time', { now: -1 }],
  ['bad-time', { now: Number.NaN }],
  ['credential-expired', { now: issue().expiresAt }],
  ['bad-binding', { binding: { nonce: new Uint8Array(13), audience: new Uint8Array(8) } }],
  ['bad-binding', { binding: { nonce: new Uint8Array(8), audience: new Uint8Array(7) } }],
])('%s is told, not thrown', (error, change) => {
  expect(present({ ...shown, ...change })).toEqual({ ok: false, error });
});
