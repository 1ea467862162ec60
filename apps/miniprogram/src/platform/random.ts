import Taro from '@tarojs/taro';

/** Bytes nobody can foresee. Rejects when the phone has no source of them: then no key may be made. */
export async function randomBytes(length: number): Promise<Uint8Array> {
  if (process.env.TARO_ENV === 'h5') return crypto.getRandomValues(new Uint8Array(length));
  return new Promise((resolve, reject) => {
    void Taro.getRandomValues({
      length,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues as unknown as ArrayBuffer)),
      fail: () => reject(new Error('no source of randomness')),
    });
  });
}

/** A random UUID (RFC 9562, version 4) in lower case. */
export async function randomUuid(): Promise<string> {
  const bytes = await randomBytes(16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
