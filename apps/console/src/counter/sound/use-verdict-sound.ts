import { useEffect } from 'react';
import type { Phase } from '../use-verification';
import { sound } from './sound';
import { tonesFor } from './tones';

/** Lets each verdict be heard once, as it comes. */
export function useVerdictSound(phase: Phase): void {
  useEffect(() => {
    if (phase.kind === 'shown') sound.play(tonesFor(phase.verdict));
  }, [phase]);
}
