/** A phone that was taken away for this long is a new showing when it comes back. */
const AWAY_MS = 1_200;

/**
 * Decides which of the codes that a running camera sees are to be verified. The phone changes its code every five
 * seconds, and one showing must be verified once: after a code the gate opens again when the phone was taken away, or,
 * where the last code was refused, for the next code.
 */
export class CameraGate {
  private lastText: string | undefined;
  private lastSeenAt = -Infinity;

  /** The code to verify now, or undefined. `at` in ms, any origin; `refused`: the last verdict was a refusal. */
  frame(text: string | undefined, at: number, refused: boolean): string | undefined {
    const away = at - this.lastSeenAt > AWAY_MS;
    if (text === undefined) {
      if (away) this.lastText = undefined;
      return undefined;
    }
    this.lastSeenAt = at;
    const open = away || this.lastText === undefined || (refused && text !== this.lastText);
    if (!open) return undefined;
    this.lastText = text;
    return text;
  }
}
