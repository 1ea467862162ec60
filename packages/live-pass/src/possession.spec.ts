import { codeAt, ctx, holderKey, keyPair, must, NOW } from '../testing/fixtures';
import { nobleContext } from './noble-context';
import { checkPossession, provePossession } from './possession';
import { readCode } from './presentation';

const challenge = new Uint8Array(32).fill(9);
const proof = must(provePossession(holderKey, challenge, nobleContext));

test('the phone that has the secret proves it', () => {
  expect(checkPossession(holderKey, challenge, proof, ctx)).toEqual({ ok: true, value: true });
});

test.each([
  ['bad-signature', keyPair(3), challenge, proof],
  ['bad-signature', holderKey, new Uint8Array(32).fill(8), proof],
  ['bad-signature', holderKey, challenge, new Uint8Array(0)],
  ['bad-signature', holderKey, challenge, must(readCode(codeAt(NOW))).signature],
  ['bad-challenge', holderKey, new Uint8Array(15), proof],
  ['bad-challenge', holderKey, new Uint8Array(65), proof],
  ['bad-key', { ...holderKey, publicKey: new Uint8Array(32) }, challenge, proof],
  ['bad-key', { ...holderKey, publicKey: new Uint8Array(0) }, challenge, proof],
  ['wrong-algorithm', { ...holderKey, alg: -7 }, challenge, proof],
])('%s is told', (error, key, asked, signature) => {
  expect(checkPossession(key, asked, signature, ctx)).toEqual({ ok: false, error });
});

test.each([
  ['wrong-algorithm', { ...holderKey, alg: -7 }, challenge],
  ['bad-challenge', holderKey, new Uint8Array(3)],
])('the phone is told %s', (error, key, asked) => {
  expect(provePossession(key, asked, nobleContext)).toEqual({ ok: false, error });
});
