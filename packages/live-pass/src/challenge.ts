import { CHALLENGE_WORDS } from './challenge-words';
import { err, ok, type Result } from './result';

/** A colour of the challenge with its name, which is shown too: colour alone tells nothing to everyone. */
export interface ChallengeColour {
  readonly name: string;
  readonly background: string;
  /** Reads on the background with a contrast of at least 7:1 (WCAG AAA). */
  readonly foreground: string;
}

/** The same on the counter's and on the phone's screen after an online scan. */
export interface Challenge {
  /** Two Chinese characters. */
  readonly word: string;
  readonly colour: ChallengeColour;
}

/** Eight, so that three random bits choose evenly; no green and no red, which mean a verdict at the counter. */
export const CHALLENGE_COLOURS: readonly ChallengeColour[] = [
  { name: '明黄', background: '#FFD54A', foreground: '#3A2A00' },
  { name: '橙色', background: '#FF9F43', foreground: '#3A1D00' },
  { name: '粉色', background: '#FFB3C7', foreground: '#4A0A1F' },
  { name: '天蓝', background: '#8FD3FF', foreground: '#06283D' },
  { name: '浅紫', background: '#D9C2FF', foreground: '#2A0F57' },
  { name: '咖啡', background: '#5C3A21', foreground: '#FFFFFF' },
  { name: '白色', background: '#FFFFFF', foreground: '#14202E' },
  { name: '黑色', background: '#101418', foreground: '#FFFFFF' },
];

/** A challenge out of two random bytes (more are ignored): one of 512, each as likely as any other. */
export function challengeFrom(random: Uint8Array): Result<Challenge, 'too-few-bytes'> {
  const [first, second] = random;
  const word = CHALLENGE_WORDS[(first ?? 0) % CHALLENGE_WORDS.length];
  const colour = CHALLENGE_COLOURS[(second ?? 0) % CHALLENGE_COLOURS.length];
  if (second === undefined || word === undefined || colour === undefined) return err('too-few-bytes');
  return ok({ word, colour });
}
