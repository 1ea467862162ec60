import { CODE_PREFIX } from '@yuezheng/live-pass';

/** People need longer than this from key to key; a scanner does not. */
const MACHINE_GAP_MS = 45;
/** What has begun like one of our codes may be a slow scanner: nobody types this by chance. */
const BEGINNING_GAP_MS = 150;
/** Once it is surely one of our codes, a wireless scanner may stutter this long. */
const STUTTER_MS = 250;
/** Shorter than this is a slip of the hand, not a code. */
const LEAST_LENGTH = 6;
/** Keys after which a quick run is taken to be a scanner's. */
const SURE_AFTER = 4;
const MOST_LENGTH = 4096;

/** What a key means to the page. */
export type KeyMeaning =
  /** A person's key: leave it alone. */
  | { readonly kind: 'human' }
  /** Part of a scan: must do nothing else on the page. */
  | { readonly kind: 'scanning' }
  | { readonly kind: 'scanned'; readonly text: string };

/**
 * Tells a hand scanner, which types like a keyboard, from a person, by speed.
 * A scan ends with Enter or Tab; one that ends with neither is given out by `flush` after a silence.
 */
export class ScanBuffer {
  private text = '';
  private lastAt = -Infinity;

  /** A printable character at `at` (ms, any origin). */
  character(character: string, at: number): KeyMeaning {
    if (at - this.lastAt > this.patience()) this.text = '';
    this.lastAt = at;
    if (this.text.length < MOST_LENGTH) this.text += character;
    return this.text.length >= SURE_AFTER ? { kind: 'scanning' } : { kind: 'human' };
  }

  /** Enter or Tab at `at`. */
  terminator(at: number): KeyMeaning {
    const inTime = at - this.lastAt <= this.patience();
    const text = this.take();
    return inTime && text.length >= LEAST_LENGTH ? { kind: 'scanned', text } : { kind: 'human' };
  }

  /** Gives out one of our codes that ended without Enter; anything else waits to be forgotten. */
  flush(at: number): KeyMeaning {
    if (!this.isOurs() || at - this.lastAt <= STUTTER_MS) return { kind: 'human' };
    return { kind: 'scanned', text: this.take() };
  }

  private patience(): number {
    if (this.isOurs()) return STUTTER_MS;
    return CODE_PREFIX.startsWith(this.capitals()) ? BEGINNING_GAP_MS : MACHINE_GAP_MS;
  }

  private isOurs(): boolean {
    return this.capitals().startsWith(CODE_PREFIX);
  }

  /** The beginning as our codes write it, whatever Caps Lock or a Chinese input method made of it. */
  private capitals(): string {
    return this.text.slice(0, CODE_PREFIX.length).normalize('NFKC').toUpperCase();
  }

  private take(): string {
    const { text } = this;
    this.text = '';
    this.lastAt = -Infinity;
    return text;
  }
}
