import fc from 'fast-check';
import { fromBase64Url, toBase64Url } from './base64url';

it('writes what Node writes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => toBase64Url(bytes) === Buffer.from(bytes).toString('base64url')));
});

it('reads what it wrote', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(Array.from(fromBase64Url(toBase64Url(bytes)) ?? [])).toEqual(Array.from(bytes));
    }),
  );
});

it.each(['a', 'abcde', 'ab=', 'a+b/', '中文'])('refuses %s', (text) => expect(fromBase64Url(text)).toBeUndefined());
