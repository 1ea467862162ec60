import { useEffect, useState } from 'react';
import { wallNow } from '../../platform';

export interface Countdown {
  /** Whole seconds left; 0 when it is over. */
  readonly left: number;
  start(seconds: number): void;
}

/** Counts seconds down by the clock, so that leaving the page does not stop it. */
export function useCountdown(): Countdown {
  const [endsAt, setEndsAt] = useState(0);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (endsAt === 0) return undefined;
    const timer = setInterval(() => setNow(wallNow()), 500);
    return () => clearInterval(timer);
  }, [endsAt]);
  return {
    left: Math.max(0, Math.ceil((endsAt - now) / 1000)),
    start(seconds) {
      setNow(wallNow());
      setEndsAt(wallNow() + seconds * 1000);
    },
  };
}
