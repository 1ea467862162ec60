import { z } from 'zod/mini';

// WeChat forbids `new Function`: schemas must be interpreted, and this must be said before the first one is made.
z.config({ jitless: true });

export { z };

/** 128-bit id made by the application: a UUID. Made lower-case, as it is stored: ids are compared, and name files and audit chains. */
export const Id = z.uuid().check(z.toLowerCase());
export type Id = z.infer<typeof Id>;

/** A day in Asia/Shanghai, `YYYY-MM-DD`. */
export const LocalDate = z.iso.date();
export type LocalDate = z.infer<typeof LocalDate>;

/** A moment in UTC, RFC 3339 with milliseconds. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** GB/T 2260 code of a prefecture city (six digits ending in 00) or one of its districts. */
export const DivisionCode = z.string().check(z.regex(/^\d{6}$/));

/** Optimistic version of a record that a person edits; fits a 32-bit column. */
export const Version = z.int().check(z.minimum(1), z.maximum(2_147_483_647));

/** A moment in milliseconds since the epoch, up to the year 2100. */
export const EpochMs = z.number().check(z.minimum(0), z.maximum(4_102_444_800_000));

/** Text of a client of at most so many UTF-16 units, possibly empty. */
export const Text = (max: number) => z.string().check(z.maxLength(max));

/** The opaque place in a list where the next page begins. */
export const Cursor = Text(400);

/** A short text as a person types it. */
export const ShortText = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** How a state is coloured. Never the only carrier of a meaning. */
export const Tone = z.enum(['ok', 'warning', 'danger', 'info', 'muted']);
export type Tone = z.infer<typeof Tone>;

/** A label and what stands beside it. */
export const Fact = z.object({ label: z.string(), value: z.string() });
export type Fact = z.infer<typeof Fact>;

/** An answer that says no more than that it was done. */
export const Done = z.object({ done: z.literal(true) });
