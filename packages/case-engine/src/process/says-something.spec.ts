import fc from 'fast-check';
import { saysSomething } from './says-something';

const SILENT = ['', ' ', '\u3000', '\n', '\t', '\u00a0', '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u202e', '\u2060', '\ufeff', '\u{e0001}'];

it('hears nothing in spaces and formatting, however they are mixed', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...SILENT)), (parts) => !saysSomething(parts.join(''))));
});

it('hears any word among them', () => {
  const silent = fc.array(fc.constantFrom(...SILENT)).map((parts) => parts.join(''));
  fc.assert(fc.property(silent, fc.constantFrom('材料', 'a', '1', '？', '😀'), silent, (before, word, after) => saysSomething(before + word + after)));
});
