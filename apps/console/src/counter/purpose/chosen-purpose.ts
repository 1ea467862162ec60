import { z } from '@yuezheng/shared-types';

const KEY = 'yuezheng.console.purpose';

const Kept = z.object({ shift: z.string(), purpose: z.string() });

/** What names one log-in of one official at this desk; a choice made in another one is nobody's any more. */
export interface Shift {
  readonly staff: { readonly id: string };
  readonly expiresAt: string;
}

const nameOf = ({ staff, expiresAt }: Shift): string => `${staff.id} ${expiresAt}`;

/** Keeps what the official chose for this shift, in this tab only. */
export const keepChosenPurpose = (shift: Shift, purpose: string): void =>
  sessionStorage.setItem(KEY, JSON.stringify({ shift: nameOf(shift), purpose }));

/** What was chosen in this shift; undefined before the official chose, and after anybody logged in anew. */
export function chosenPurpose(shift: Shift): string | undefined {
  try {
    const kept = z.safeParse(Kept, JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
    return kept.success && kept.data.shift === nameOf(shift) ? kept.data.purpose : undefined;
  } catch {
    return undefined;
  }
}
