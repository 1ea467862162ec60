/** How long an accepted verdict stays on the counter's screen, and so how long anything is told again of it. Milliseconds. */
export const VERDICT_LIFE_MS = 120_000;
