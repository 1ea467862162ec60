import { z } from 'zod';
import type { SwitchSetting } from '../state/state';
import type { StateStore } from '../state/store';
import type { OutsideSystem } from './systems';
import { SYSTEM_NAMES } from './systems';

const MAX_DELAY_MS = 120_000;
const UNDISTURBED: SwitchSetting = { mode: 'normal', delayMs: 0 };

/** A change of one system's switch, or of all at once; what is left out becomes normal again. */
export const switchChangeSchema = z.strictObject({
  system: z.enum([...SYSTEM_NAMES, 'all']),
  mode: z.enum(['normal', 'http-error', 'business-error', 'silent']).default('normal'),
  delayMs: z.number().int().min(0).max(MAX_DELAY_MS).default(0),
});
export type SwitchChange = z.infer<typeof switchChangeSchema>;

/** How each outside system behaves at the moment. */
export class Switches {
  constructor(private readonly store: StateStore) {}

  of(system: OutsideSystem): SwitchSetting {
    return this.store.state.switches[system] ?? UNDISTURBED;
  }

  all(): (SwitchSetting & { system: OutsideSystem })[] {
    return SYSTEM_NAMES.map((system) => ({ system, ...this.of(system) }));
  }

  set({ system, mode, delayMs }: SwitchChange): void {
    const names = system === 'all' ? SYSTEM_NAMES : [system];
    for (const name of names) this.store.state.switches[name] = { mode, delayMs };
    this.store.changed();
  }
}
