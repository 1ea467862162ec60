import { Purpose, z } from '@yuezheng/shared-types';

const KEY = 'yuezheng.console.purposes';

/** Keeps the list for a start without a network. It holds no personal data. */
export const storePurposes = (purposes: readonly Purpose[]): void =>
  localStorage.setItem(KEY, JSON.stringify(purposes));

/** The list as last known; empty when there is none. */
export function loadPurposes(): readonly Purpose[] {
  try {
    const parsed = z.safeParse(z.array(Purpose), JSON.parse(localStorage.getItem(KEY) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
