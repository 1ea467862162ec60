/**
 * The `Idempotency-Key` of what a person wants done. It stays the same while they try the same thing again, on a bad
 * network as well as on a double tap, and changes with the content or once the server has decided.
 */
export interface Intent {
  keyFor(content: unknown): Promise<string>;
  settle(): void;
}

/** @param newKey makes a key that no one has used */
export function createIntent(newKey: () => Promise<string>): Intent {
  let pending: { content: string; key: Promise<string> } | undefined;
  return {
    keyFor(content) {
      const text = JSON.stringify(content) ?? '';
      if (pending?.content !== text) pending = { content: text, key: newKey() };
      return pending.key;
    },
    settle() {
      pending = undefined;
    },
  };
}
