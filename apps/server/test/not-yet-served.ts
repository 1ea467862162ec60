/** `METHOD /path` of contracts without a handler so far. Must end empty. */
export const NOT_YET_SERVED: readonly string[] = [];
