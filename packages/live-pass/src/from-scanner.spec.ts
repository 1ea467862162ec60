import { codeAt, NOW, verifier } from '../testing/fixtures';
import { fromScanner } from './from-scanner';
import { verifyPresentation } from './verify-presentation';

const code = codeAt(NOW);
const wide = [...code]
  .map((c) => (c === ' ' ? '\u3000' : String.fromCharCode(c.charCodeAt(0) + 0xfee0)))
  .join('');

test.each([
  ['as it is', code],
  ['with the line end of a scanner', `${code}\r\n`],
  ['with the tab of a scanner', `\t${code}\t`],
  ['through a Chinese input method in full width', wide],
])('a code typed %s is verified', (_, typed) => {
  expect(fromScanner(typed)).toBe(code);
  expect(verifyPresentation(fromScanner(typed), verifier()).kind).toBe('accepted');
});

test('a space at the end is a digit of base45 and stays', () => {
  expect(fromScanner('YP1:A  \n')).toBe('YP1:A  ');
});
