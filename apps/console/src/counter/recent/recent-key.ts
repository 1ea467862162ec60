/** Names the list of recent verifications in the query cache; every verification and every sync makes it stale. */
export const RECENT_KEY = ['recent-verifications'] as const;
