/**
 * The case one step below (1) or above (-1) the open one; where none is open, the first.
 * Undefined at the end of the list.
 */
export function neighbour(
  items: readonly { readonly id: string }[],
  openId: string | undefined,
  step: 1 | -1,
): string | undefined {
  const at = items.findIndex((item) => item.id === openId);
  return at === -1 ? items.find((item) => item.id !== openId)?.id : items[at + step]?.id;
}
