/** Ways out of the app. A text message is sent only when no way through WeChat was open. */
export const WECHAT_CHANNELS = ['template', 'subscribe'] as const;
export type Channel = (typeof WECHAT_CHANNELS)[number] | 'sms';
export const CHANNELS = [...WECHAT_CHANNELS, 'sms'] as const satisfies readonly Channel[];

/**
 * How an attempt ended. `refused`: the other side will not take this message, now or later; `unanswered`: nobody knows,
 * so it is tried again, because a reminder that comes twice harms less than one that never comes.
 */
export type Outcome = { readonly kind: 'delivered' } | { readonly kind: 'refused'; readonly code: string } | { readonly kind: 'unanswered' };

/** After so many attempts (about ten minutes) without an answer the next way is taken. */
export const MOST_ATTEMPTS = 6;

/** Refusals that are the person's own: not following, not subscribed, or unknown to the app. All others are faults of ours. */
const PERSONAL = new Set(['43004', '43101', '40003', 'not-following', 'no-wechat', 'no-phone', 'no-template']);

export const isOurFault = (code: string): boolean => !PERSONAL.has(code);
