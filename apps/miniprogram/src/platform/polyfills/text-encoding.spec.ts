import fc from 'fast-check';
import { TextDecoder as OurDecoder, TextEncoder as OurEncoder } from './text-encoding';

const text = fc.string({ unit: 'binary' });

it('writes UTF-8 as the standard does', () => {
  fc.assert(fc.property(text, (value) => expect(new OurEncoder().encode(value)).toEqual(new TextEncoder().encode(value))));
});

it('writes a lone surrogate as the standard does', () => {
  for (const value of ['\ud800', 'a\udc00b', '\ud83d\ud83d\ude00']) expect(new OurEncoder().encode(value)).toEqual(new TextEncoder().encode(value));
});

it('reads back what was written', () => {
  fc.assert(fc.property(text, (value) => expect(new OurDecoder().decode(new TextEncoder().encode(value))).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(value)))));
});

it('agrees with the standard on what is malformed', () => {
  const strict = (Decoder: typeof TextDecoder | typeof OurDecoder, bytes: Uint8Array): string | undefined => {
    try {
      return new Decoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return undefined;
    }
  };
  fc.assert(fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => expect(strict(OurDecoder, bytes)).toBe(strict(TextDecoder, bytes))));
  for (const bytes of [[0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe4, 0xb8], [0xff]]) {
    expect(strict(OurDecoder, Uint8Array.from(bytes))).toBeUndefined();
  }
});
