const MOST_STARS = 2;
/** Enough for any form such as 王*明; a code's length is counted with a name this long. */
export const MASKED_NAME_MOST_BYTES = 12;

/**
 * A name as a code may carry it: the first character, then at most two stars, so that neither the given
 * name nor its length is told. 林晓岚 → 林**, 李明 → 李*, 阿卜杜拉·买买提 → 阿**.
 */
export function maskName(name: string): string {
  const [first = '', ...rest] = Array.from(name.trim());
  return first + '*'.repeat(Math.min(rest.length, MOST_STARS));
}

/** Whether a text may stand in a credential: 1 to 12 bytes of UTF-8, printable, well-formed. */
export function isMaskedName(text: string): boolean {
  const bytes = new TextEncoder().encode(text).length;
  return bytes > 0 && bytes <= MASKED_NAME_MOST_BYTES && !/[\p{C}\p{Z}]/u.test(text);
}
