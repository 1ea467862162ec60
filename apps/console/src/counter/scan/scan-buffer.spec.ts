import fc from 'fast-check';
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

  it('gives out one of our codes that ends without Enter, after a silence, once', () => {
    const buffer = new ScanBuffer();
    Array.from('YP1:ABCDEF').forEach((character, index) => buffer.character(character, index * 10));
    expect(buffer.flush(200)).toEqual({ kind: 'human' });
    expect(buffer.flush(600)).toEqual({ kind: 'scanned', text: 'YP1:ABCDEF' });
    expect(buffer.flush(1_200)).toEqual({ kind: 'human' });
  });
});
