import { useEffect, useState } from 'react';
import { standingOf, type Standing } from './standing';
import { readClock } from './trust';
import type { Trust } from './trust-opening';

const LOOK_EVERY_MS = 10_000;

/** Follows what this counter could do alone, as time goes by. */
export function useStanding(trust: Trust | undefined): Standing {
  const [standing, setStanding] = useState<Standing>(() => standingOf(trust, readClock()));
  useEffect(() => {
    const look = () => setStanding(standingOf(trust, readClock()));
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [trust]);
  return standing;
}
