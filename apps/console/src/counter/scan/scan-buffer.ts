import { CODE_PREFIX } from '@yuezheng/live-pass';
import { isWholeCode } from './whole-code';

/** People need longer than this from key to key; a scanner does not. */
const MACHINE_GAP_MS = 45;
/** Within one of our codes a wireless scanner, or a computer that is busy, may stutter this long. */
const STUTTER_MS = 1_000;
/** Longer than any stutter: the scanner has ended, without a key that says so. */
const SILENCE_MS = 1_200;
/** Keys may wait behind a page that was busy: a silence is believed when it is found again this much later. */
const LOOK_AGAIN_MS = 250;
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
 * A scan ends with Enter or Tab; a whole code of ours that ends with neither is given out by `flush` after a silence.
 */
export class ScanBuffer {
  private text = '';
  private lastAt = -Infinity;
  /** The silence that `flush` found and has not believed yet: after which key, and when it was found. */
  private silence?: { readonly after: number; readonly foundAt: number };

  /** A printable character at `at` (ms, any origin). */
  character(character: string, at: number): KeyMeaning {
    const gap = at - this.lastAt;
    if (gap > MACHINE_GAP_MS && this.isWhole()) return this.scannedBefore(character, at);
    if (!this.goesOn(character, gap)) this.text = '';
    this.lastAt = at;
    if (this.text.length < MOST_LENGTH) this.text += character;
    return this.text.length >= SURE_AFTER ? { kind: 'scanning' } : { kind: 'human' };
  }

  /** Enter or Tab at `at`. */
  terminator(at: number): KeyMeaning {
    const inTime = at - this.lastAt <= (this.isOurs() ? STUTTER_MS : MACHINE_GAP_MS);
    const whole = this.isWhole();
    const text = this.take();
    return (inTime || whole) && text.length >= LEAST_LENGTH ? { kind: 'scanned', text } : { kind: 'human' };
  }

  /**
   * Gives out one of our codes that ended without Enter; a part of one, and anything else, waits to be forgotten.
   * To be asked every few hundred milliseconds: the first time that it finds a silence it only takes note.
   */
  flush(at: number): KeyMeaning {
    if (at - this.lastAt <= SILENCE_MS || !this.isWhole()) return { kind: 'human' };
    if (this.silence?.after !== this.lastAt) {
      this.silence = { after: this.lastAt, foundAt: at };
      return { kind: 'human' };
    }
    if (at - this.silence.foundAt < LOOK_AGAIN_MS) return { kind: 'human' };
    return { kind: 'scanned', text: this.take() };
  }

  /** The character begins something new while a whole code, which nothing ended, is still here. */
  private scannedBefore(character: string, at: number): KeyMeaning {
    const text = this.take();
    this.text = character;
    this.lastAt = at;
    return { kind: 'scanned', text };
  }

  /** Whether a character after this gap belongs to the run so far. */
  private goesOn(character: string, gap: number): boolean {
    if (gap <= MACHINE_GAP_MS) return true;
    const isOursStill = this.isOurs() || CODE_PREFIX.startsWith(beginning(this.text + character));
    return isOursStill && gap <= STUTTER_MS;
  }

  private isOurs(): boolean {
    return beginning(this.text) === CODE_PREFIX;
  }

  /** No whole code is the beginning of another: nothing is missing of it. */
  private isWhole(): boolean {
    return this.isOurs() && isWholeCode(this.text);
  }

  private take(): string {
    const { text } = this;
    this.text = '';
    this.lastAt = -Infinity;
    this.silence = undefined;
    return text;
  }
}

/** The first characters as our codes write them, whatever Caps Lock or a Chinese input method made of them. */
const beginning = (text: string): string =>
  text.slice(0, CODE_PREFIX.length).normalize('NFKC').toUpperCase();
