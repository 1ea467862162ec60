import { challengeFrom } from '@yuezheng/live-pass';
import type { Challenge } from '@yuezheng/shared-types';

export const CHALLENGE_BYTES = 2;

/** The word and colour that two random bytes choose, as both screens draw them. */
export function challengeView(bytes: Uint8Array): Challenge {
  const challenge = challengeFrom(bytes);
  if (!challenge.ok) throw new Error('a challenge needs two bytes');
  const { word, colour } = challenge.value;
  return { characters: word, colour: colour.background, colourName: colour.name, ink: colour.foreground };
}
