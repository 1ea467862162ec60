import { useEffect } from 'react';
import type { Phase } from '../use-verification';
import { sound } from './sound';
import { tonesFor } from './tones';

/** Lets each verdict be heard once, as it comes. */
export function useVerdictSound(phase: Phase): void {
  const verdict = phase.kind === 'shown' ? phase.verdict : undefined;
  useEffect(() => {
    if (verdict !== undefined) sound.play(tonesFor(verdict));
  }, [verdict]);
}
