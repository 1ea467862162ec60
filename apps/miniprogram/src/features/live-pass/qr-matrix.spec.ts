import { CODE_MOST_CHARACTERS } from '@yuezheng/live-pass';
import { qrMatrix } from './qr-matrix';

const sizeOf = (version: number): number => 17 + 4 * version;

it('keeps the aimed length in version 9 and the longest in version 10', () => {
  expect(qrMatrix('A'.repeat(335))?.size).toBe(sizeOf(9));
  expect(qrMatrix('A'.repeat(CODE_MOST_CHARACTERS))?.size).toBe(sizeOf(10));
});

it('draws nothing that a counter scanner would not read', () => {
  expect(qrMatrix('A'.repeat(CODE_MOST_CHARACTERS + 1))).toBeUndefined();
});
