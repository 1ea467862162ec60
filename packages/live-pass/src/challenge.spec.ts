import { challengeFrom, CHALLENGE_COLOURS } from './challenge';
import { CHALLENGE_WORDS } from './challenge-words';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('random bytes choose each of the 512 challenges equally often', () => {
  const counts = new Map<string, number>();
  for (let first = 0; first < 256; first += 1) {
    for (let second = 0; second < 256; second += 1) {
      const challenge = challengeFrom(Uint8Array.of(first, second));
      const name = challenge.ok ? challenge.value.word + challenge.value.colour.name : '';
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  expect(counts.size).toBe(512);
  expect(new Set(counts.values())).toEqual(new Set([128]));
});

test('each word is two Chinese characters, and no character stands in two words', () => {
  expect(CHALLENGE_WORDS).toHaveLength(64);
  for (const word of CHALLENGE_WORDS) expect(word).toMatch(/^\p{Script=Han}{2}$/u);
  expect(new Set(CHALLENGE_WORDS.join('')).size).toBe(128);
});

test.each(CHALLENGE_COLOURS.map((colour) => [colour.name, colour] as const))(
  '%s can be read',
  (_, colour) => {
    const [dark = 0, light = 0] = [luminance(colour.background), luminance(colour.foreground)].sort(
      (a, b) => a - b,
    );
    expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(7);
  },
);

test.each([0, 1])('%d bytes are too few', (count) => {
  expect(challengeFrom(new Uint8Array(count))).toEqual({ ok: false, error: 'too-few-bytes' });
});
