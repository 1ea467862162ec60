import { explainRefusal } from './explain-refusal';

const validUntil = '2026-12-20';
const note = '有效期至 2026-12-20，过期未签注';

it.each([
  ['credential-expired', 'suspended', { reason: 'suspended', note }],
  ['suspended', 'suspended', { reason: 'suspended', note }],
  ['credential-expired', 'cancelled', { reason: 'cancelled' }],
  ['credential-expired', 'valid', { reason: 'credential-expired' }],
  ['credential-expired', 'unknown', { reason: 'credential-expired' }],
  ['bad-holder-signature', 'suspended', { reason: 'bad-holder-signature' }],
  ['too-old', 'cancelled', { reason: 'too-old' }],
] as const)('of %s, where the permit is %s', (reason, status, explanation) => {
  expect(explainRefusal(reason, { status, validUntil })).toEqual(explanation);
});

it('leaves the reason as it is where nothing is known of the permit', () => {
  expect(explainRefusal('credential-expired', undefined)).toEqual({ reason: 'credential-expired' });
});
