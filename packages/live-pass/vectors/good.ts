import { maskName } from '../src/masked-name';
import type { CredentialRequest, IssuedCredential } from '../src/credential';
import type { CounterBinding } from '../src/presentation';
import { codeAt, ctx, issue, NOW, validStatus } from '../testing/fixtures';
import { binding, rotatedPair } from './forge';
import type { Vector } from './vector';
import { presentationIdOf } from '../src/presentation';
import { slotAt, slotStart } from '../src/slot';
import { toHex } from '../src/bytes';

interface Case {
  readonly name: string;
  readonly request?: Partial<CredentialRequest>;
  readonly issued?: IssuedCredential;
  readonly shownAt?: number;
  readonly binding?: CounterBinding;
  readonly vector?: Partial<Vector>;
}

const start = slotStart(slotAt(NOW));

const CASES: readonly Case[] = [
  { name: 'an ordinary code' },
  { name: 'a name of two characters', request: { maskedName: maskName('李明') } },
  { name: 'a name with a middle dot', request: { maskedName: maskName('阿卜杜拉·买买提') } },
  { name: 'a first character outside the basic plane', request: { maskedName: maskName('𠮷田某') } },
  { name: 'the other way of masking', request: { maskedName: '王*明' } },
  { name: 'the first entry of the status list', request: { statusIndex: 0 } },
  {
    name: 'the longest code there can be',
    request: {
      permitType: 255,
      maskedName: '𠮷𠮷𠮷',
      permitValidUntil: '2149-06-06',
      statusIndex: 0xffff_ffff,
    },
    binding,
    vector: { expectedBinding: { nonce: toHex(binding.nonce), audience: toHex(binding.audience) } },
  },
  {
    name: 'a short nonce and a short audience',
    binding: shortBinding(),
    vector: { expectedBinding: hexOf(shortBinding()) },
  },
  {
    name: 'signed by the new key while issuer keys rotate',
    issued: issue({}, { ...rotatedPair, kid: 0x0102 }),
  },
  { name: 'the last moment of the window of 15 s', vector: { now: start + 15_000 } },
  {
    name: 'the phone is ahead by all that is allowed',
    shownAt: start + 5_000,
    vector: { now: start - 1_000 },
  },
  {
    name: 'the last moment of the credential',
    request: { lifetimeMs: 65_000 },
    vector: { now: NOW + 4_999 },
  },
  { name: 'the last day of the permit', request: { permitValidUntil: '2026-11-22' } },
  {
    name: 'offline, with a status of six hours ago',
    vector: { assurance: 'offline', status: { ...validStatus, asOf: NOW - 21_600_000 } },
  },
  { name: 'burned before this slot began', vector: { burnedBefore: start } },
];

export const GOOD: readonly Vector[] = CASES.map((one) => {
  const issued = one.issued ?? issue(one.request);
  const shownAt = one.shownAt ?? NOW;
  const slot = slotAt(shownAt);
  const request = {
    maskedName: '林**',
    permitValidUntil: '2026-12-20',
    statusIndex: 31_415_926,
    ...one.request,
  };
  return {
    name: one.name,
    code: codeAt(shownAt, { credential: issued.bytes, binding: one.binding }),
    now: NOW,
    keySet: 'published',
    assurance: 'online',
    status: validStatus,
    seen: false,
    ...one.vector,
    expect: {
      kind: 'accepted',
      maskedName: request.maskedName,
      permitValidUntil: request.permitValidUntil,
      statusIndex: request.statusIndex,
      credentialId: issued.credentialId,
      presentationId: presentationIdOf(ctx.sha256(issued.bytes), slot, ctx),
      slot,
    },
  };
});

function shortBinding(): CounterBinding {
  return { nonce: binding.nonce.slice(0, 8), audience: binding.audience.slice(0, 8) };
}

function hexOf({ nonce, audience }: CounterBinding): { nonce: string; audience: string } {
  return { nonce: toHex(nonce), audience: toHex(audience) };
}
