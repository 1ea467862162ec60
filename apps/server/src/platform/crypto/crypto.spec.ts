import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { testConfig } from '../../../test/app';
import { FieldCipher } from './field-cipher';
import { KeyedHash } from './keyed-hash';

const key = (): string => randomBytes(32).toString('base64');
const [k1, k2, blind] = [key(), key(), key()];
const config = (fieldKeys: string) => testConfig({ DATABASE_URL: 'postgres://u:p@127.0.0.1/x', DATA_DIR: '/tmp', ISSUER_KEY_DIR: '/tmp', FIELD_KEYS: fieldKeys, BLIND_INDEX_KEY: blind, SANDBOX_URL: 'http://127.0.0.1:9' });
const cipher = (fieldKeys: string) => new FieldCipher(config(fieldKeys));
const place = { field: 'residents.name', owner: 'holder-1' };

describe('FieldCipher', () => {
  const one = cipher(`k1:${k1}`);

  it('opens what it sealed, and never seals alike', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sealed = one.seal(place, text);
      expect(one.open(place, sealed)).toBe(text);
      expect(one.seal(place, text).equals(sealed)).toBe(false);
    }));
  });

  it('does not open in another row or column, nor when any byte was changed', () => {
    const sealed = one.seal(place, '林晓岚');
    expect(() => one.open({ ...place, owner: 'holder-2' }, sealed)).toThrow();
    expect(() => one.open({ ...place, field: 'residents.phone' }, sealed)).toThrow();
    fc.assert(fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const changed = Buffer.from(sealed);
      changed[at] = changed[at]! ^ change;
      expect(() => one.open(place, changed)).toThrow();
    }));
    fc.assert(fc.property(fc.nat(sealed.length - 1), (length) => {
      expect(() => one.open(place, sealed.subarray(0, length))).toThrow();
    }));
  });

  it('seals with the first key and still opens what older ones sealed', () => {
    const rotated = cipher(`k2:${k2},k1:${k1}`);
    expect(rotated.open(place, one.seal(place, '粤'))).toBe('粤');
    expect(() => one.open(place, rotated.seal(place, '粤'))).toThrow('no known key');
  });
});

describe('KeyedHash', () => {
  const hash = new KeyedHash(config(`k1:${k1}`));

  it('is equal for equal values of one purpose only', () => {
    expect(hash.of('phone', '13800000000')).toEqual(hash.of('phone', '13800000000'));
    expect(hash.of('phone', '13800000000')).not.toEqual(hash.of('id-number', '13800000000'));
  });
});
