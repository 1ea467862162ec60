/** Whether WeChat can hand over the phone number; if not, it is typed in and proved by SMS. */
export const canAskPhoneNumber = process.env.TARO_ENV === 'weapp';

/**
 * The one-time code in the answer to a button with `openType="getPhoneNumber"` (not the log-in code).
 *
 * @returns `undefined` when the person refused
 */
export function phoneCodeOf(event: { detail: { code?: string } }): string | undefined {
  return event.detail.code || undefined;
}
