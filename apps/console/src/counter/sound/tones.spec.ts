import { tonesFor } from './tones';

it('sounds different for an acceptance, one without a network, and a refusal', () => {
  const [online, offline, refused] = [
    tonesFor({ kind: 'accepted', assurance: 'online' }),
    tonesFor({ kind: 'accepted', assurance: 'offline' }),
    tonesFor({ kind: 'refused', assurance: 'online' }),
  ];
  expect(new Set([online, offline, refused].map(({ length }) => length)).size).toBe(3);
  const [lowestAccepted, highestRefused] = [
    Math.min(...[...online, ...offline].map(({ pitch }) => pitch)),
    Math.max(...refused.map(({ pitch }) => pitch)),
  ];
  // Two octaves lie between them.
  expect(lowestAccepted / highestRefused).toBeGreaterThan(4);
  expect(tonesFor({ kind: 'refused', assurance: 'offline' })).toBe(refused);
});
