import type { ClockReading } from '@yuezheng/live-pass';
import { monotonicNow, wallNow } from '../../platform';

// Monotonic readings of two runs of the app cannot be compared, so each run has a name.
const run = `${wallNow()}-${Math.random()}`;

/** Both clocks of this phone, now. */
export const readClocks = (): ClockReading => ({ wall: wallNow(), monotonic: monotonicNow(), run });
