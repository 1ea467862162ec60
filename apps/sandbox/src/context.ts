import type { Inbox } from './phone/inbox';
import type { Population } from './population/population';
import type { PortraitStudio } from './portraits/studio';
import type { StateStore } from './state/store';
import type { Switches } from './switches/switches';
import type { SandboxClock } from './time/clock';

/** What every part of the sandbox works with. */
export interface Sandbox {
  clock: SandboxClock;
  store: StateStore;
  population: Population;
  switches: Switches;
  inbox: Inbox;
  portraits: PortraitStudio;
  /** Where the mini-program's H5 lives, without a trailing slash; undefined when it is to be guessed. */
  appUrl: string | undefined;
}
