import { keyCharacter } from './key-character';
import { scannedCode } from './scanned-code';

const press = (key: string, code: string, shiftKey = false, isComposing = false) =>
  keyCharacter({ key, code, shiftKey, isComposing });

describe('what a key means', () => {
  it('is what the browser says when it says it', () => {
    expect(press('Y', 'KeyY')).toBe('Y');
    expect(press('Shift', 'ShiftLeft')).toBeUndefined();
    expect(press('Enter', 'Enter')).toBeUndefined();
  });

  it('is read from its place while a Chinese input method hides it', () => {
    const keys: [string, boolean][] = [
      ['KeyY', true],
      ['KeyP', true],
      ['Digit1', false],
      ['Semicolon', true],
      ['Digit4', true],
      ['Space', false],
      ['Equal', true],
      ['Slash', false],
    ];
    expect(keys.map(([code, shift]) => press('Process', code, shift)).join('')).toBe('YP1:$ +/');
    expect(press('y', 'KeyY', false, true)).toBe('y');
  });
});

describe('a scanned code', () => {
  it('has capitals although Caps Lock was on', () => expect(scannedCode('yp1:ab c')).toBe('YP1:AB C'));
  it('is understood in full-width characters', () => expect(scannedCode('ＹＰ１：ＡＢ\r\n')).toBe('YP1:AB'));
  it('stays as it is when it is not ours', () =>
    expect(scannedCode('https://example.com/aB')).toBe('https://example.com/aB'));
});
