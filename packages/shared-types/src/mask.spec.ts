import fc from 'fast-check';
import { maskCitizenId, maskName, maskPhone } from './mask';

describe('maskCitizenId', () => {
  it.each([
    ['430422199806141121', '4304 **** **** **21'],
    ['44010119900101123X', '4401 **** **** **3X'],
    ['H12345678', 'H******78'],
    ['1234567890', '1*******90'],
    ['12345', '*****'],
    ['', ''],
  ])('%s → %s', (id, masked) => expect(maskCitizenId(id)).toBe(masked));

  it('never shows the birthday', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{17}[\dX]$/), (id) => expect(maskCitizenId(id).replace(/ /g, '').slice(4)).toBe(`${'*'.repeat(10)}${id.slice(16)}`)));
  });

  it('shows at most three characters of any other number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z\d]{0,17}$/), (id) => {
        expect(maskCitizenId(id)).toHaveLength(id.length);
        expect(maskCitizenId(id).replace(/\*/g, '').length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe('maskPhone', () => {
  it.each([
    ['13800006207', '138 **** 6207'],
    ['66881234', '6*****34'],
    ['110', '***'],
  ])('%s → %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));
});

describe('maskName', () => {
  it.each([
    ['林晓岚', '林**'],
    ['王芳', '王*'],
    ['欧阳娜娜', '欧***'],
    ['阿卜杜拉·买买提', '阿***'],
    ['𠮷野家', '𠮷**'],
    ['林', '林*'],
    ['', '*'],
  ])('%s → %s', (name, masked) => expect(maskName(name)).toBe(masked));

  it('keeps one whole character and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength: 20 }), (name) => {
        const [first, ...stars] = Array.from(maskName(name));
        expect(first).toBe(Array.from(name)[0]);
        expect(stars.every((star) => star === '*')).toBe(true);
        expect(stars.length).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
