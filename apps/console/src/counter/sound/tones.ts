import type { ShownVerdict } from '../verdict/shown-verdict';

/** One beep: pitch in Hz, start and length in seconds from now. */
export interface Tone {
  readonly pitch: number;
  readonly from: number;
  readonly lasts: number;
  readonly shape: OscillatorType;
}

const beep = (pitch: number, from: number, lasts: number, shape: OscillatorType = 'sine'): Tone => ({
  pitch,
  from,
  lasts,
  shape,
});

/** One high pair going up, the same with a third note that comes back, and one long low growl. */
const ACCEPTED = [beep(784, 0, 0.12), beep(1175, 0.14, 0.18)];
const ACCEPTED_OFFLINE = [...ACCEPTED, beep(784, 0.44, 0.24)];
const REFUSED = [beep(165, 0, 0.7, 'square')];

/** What a verdict sounds like: told apart by how many notes, how high and how long. */
export function tonesFor({ kind, assurance }: Pick<ShownVerdict, 'kind' | 'assurance'>): readonly Tone[] {
  if (kind === 'refused') return REFUSED;
  return assurance === 'online' ? ACCEPTED : ACCEPTED_OFFLINE;
}
