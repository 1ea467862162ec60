import fc from 'fast-check';
import { codeFor, NOW } from '../../testing/sample-trust';
import { ScanBuffer, type KeyMeaning } from './scan-buffer';

const typed = (
  text: string,
  gap: number,
  buffer = new ScanBuffer(),
  start = 1_000,
): { meanings: KeyMeaning[]; end: KeyMeaning } => {
  let at = start;
  const meanings = Array.from(text, (character) => buffer.character(character, (at += gap)));
  return { meanings, end: buffer.terminator(at + gap) };
};

const printable = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((point) => String.fromCharCode(point)),
  minLength: 6,
  maxLength: 400,
});

describe('a hand scanner among the keys', () => {
  it('reads whatever a scanner types, to the last space', () => {
    fc.assert(
      fc.property(printable, fc.integer({ min: 1, max: 45 }), (text, gap) => {
        expect(typed(text, gap).end).toEqual({ kind: 'scanned', text });
      }),
    );
  });

  it('takes nothing that a person types for a scan', () => {
    const human = printable.filter((text) => !text.toUpperCase().startsWith('Y'));
    fc.assert(
      fc.property(human, fc.integer({ min: 60, max: 900 }), (text, gap) => {
        const { meanings, end } = typed(text, gap);
        expect([...meanings, end].every((meaning) => meaning.kind === 'human')).toBe(true);
      }),
    );
  });

  it('keeps the keys of a scan from the page after the first few', () => {
    expect(typed('YP1:ABCDEF', 10).meanings.map((meaning) => meaning.kind)).toEqual([
      'human',
      'human',
      'human',
      ...Array<string>(7).fill('scanning'),
    ]);
  });

  it('bears the stutter of a wireless scanner within one of our codes', () => {
    expect(typed('yp1:ABC DEF', 120).end).toEqual({ kind: 'scanned', text: 'yp1:ABC DEF' });
  });

  it('forgets what a person typed before the scan', () => {
    const buffer = new ScanBuffer();
    buffer.character('x', 0);
    expect(typed('YP1:ABCDEF', 10, buffer).end).toEqual({ kind: 'scanned', text: 'YP1:ABCDEF' });
  });

});

const CODE = codeFor(5, NOW);
const SMALL = CODE.toLowerCase();
/** Types with these pauses, one before each character, over and over. @returns when the last one was typed */
function type(buffer: ScanBuffer, text: string, gaps: readonly number[], start = 0): number {
  let at = start;
  Array.from(text).forEach((character, index) => {
    at += gaps[index % gaps.length] ?? 10;
    buffer.character(character, at);
  });
  return at;
}
/** Looks as the page does, every 300 ms. @returns what was given out until then, and when */
function look(buffer: ScanBuffer, from: number, until: number): { text: string; at: number }[] {
  const found = [];
  for (let at = from; at <= until; at += 300) {
    const meaning = buffer.flush(at);
    if (meaning.kind === 'scanned') found.push({ text: meaning.text, at });
  }
  return found;
}
const stutters = fc.array(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 31, max: 900 })), {
  minLength: 1,
  maxLength: 60,
});

describe('one of our codes under a busy page', () => {
  it('stays in one piece whatever the stutter, with Enter', () => {
    fc.assert(
      fc.property(stutters, fc.constantFrom(CODE, SMALL), (gaps, code) => {
        const buffer = new ScanBuffer();
        const end = type(buffer, code, gaps);
        expect(buffer.terminator(end + 900)).toEqual({ kind: 'scanned', text: code });
      }),
    );
  });

  it('is given out once, whole and never in parts, where nothing ends it', () => {
    fc.assert(
      fc.property(stutters, fc.integer({ min: 0, max: 299 }), (gaps, phase) => {
        const buffer = new ScanBuffer();
        const parts: string[] = [];
        let [at, nextLook] = [0, phase];
        for (const [index, character] of Array.from(CODE).entries()) {
          at += gaps[index % gaps.length] ?? 10;
          for (; nextLook <= at; nextLook += 300) {
            parts.push(...look(buffer, nextLook, nextLook).map(({ text }) => text));
          }
          buffer.character(character, at);
        }
        expect(parts).toEqual([]);
        expect(look(buffer, nextLook, at + 5_000).map(({ text }) => text)).toEqual([CODE]);
      }),
      { numRuns: 50 },
    );
  });

  it('is not given out in part, however long the silence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: CODE.length - 1 }), (length) => {
        const buffer = new ScanBuffer();
        const end = type(buffer, CODE.slice(0, length), [10]);
        expect(look(buffer, end, end + 6_000)).toEqual([]);
      }),
    );
  });

  it('is believed to have ended at the second look only: its keys may wait behind a busy page', () => {
    const buffer = new ScanBuffer();
    const end = type(buffer, CODE, [10]);
    expect(buffer.flush(end + 1_200)).toEqual({ kind: 'human' });
    expect(buffer.flush(end + 4_000)).toEqual({ kind: 'human' });
    expect(buffer.flush(end + 4_001)).toEqual({ kind: 'human' });
    expect(buffer.flush(end + 4_300)).toEqual({ kind: 'scanned', text: CODE });
    expect(buffer.flush(end + 9_000)).toEqual({ kind: 'human' });
  });

  it('is not lost where the next scan, or a late Enter, comes before the silence was long enough', () => {
    const next = codeFor(6, NOW);
    for (const pause of [60, 600, 1_100, 1_500]) {
      const buffer = new ScanBuffer();
      const end = type(buffer, CODE, [10]);
      expect(buffer.character('Y', end + pause)).toEqual({ kind: 'scanned', text: CODE });
      const after = type(buffer, next.slice(1), [10], end + pause);
      expect(buffer.terminator(after + 1_500)).toEqual({ kind: 'scanned', text: next });
    }
  });

  it('is understood after a stray key of a person', () => {
    const buffer = new ScanBuffer();
    buffer.character('y', 0);
    const end = type(buffer, CODE, [10], 600);
    expect(buffer.terminator(end + 10)).toEqual({ kind: 'scanned', text: CODE });
  });
});
