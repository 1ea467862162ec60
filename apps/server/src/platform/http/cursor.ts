import { ok, refuse, type Result } from '@yuezheng/shared-types';

/** The last row of a page in a list that is ordered by time, newest first, then by id. */
export interface Place {
  readonly at: Date;
  readonly id: string;
}

const FORM = /^(\d{1,14})\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** An opaque text for `next`. */
export const cursorOf = ({ at, id }: Place): string => Buffer.from(`${at.getTime()}.${id}`).toString('base64url');

/** The place that a client's `cursor` stands for, nothing for the first page, or `invalid-request`. */
export function placeOf(cursor: string | undefined): Result<Place | undefined> {
  if (cursor === undefined) return ok(undefined);
  const [, at, id] = FORM.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (at !== undefined && id !== undefined) return ok({ at: new Date(Number(at)), id });
  return refuse('invalid-request', { fields: [{ path: 'cursor', code: 'invalid_format', message: '列表的位置已失效，请回到列表开头。' }] });
}

/** A page of at most `size` out of `size + 1` rows that were read, and where the next one begins. */
export function pageOf<Row>(rows: readonly Row[], size: number, place: (row: Row) => Place): { readonly rows: readonly Row[]; readonly next?: string } {
  const last = rows[size - 1];
  return rows.length > size && last !== undefined ? { rows: rows.slice(0, size), next: cursorOf(place(last)) } : { rows };
}
