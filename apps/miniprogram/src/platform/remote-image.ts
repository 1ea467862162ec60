import Taro from '@tarojs/taro';

/**
 * Loads an image that needs headers, which a picture element cannot send.
 *
 * @returns an address for a picture element (a temporary file, or a blob that `releaseImage` frees);
 *   `undefined` when it could not be had
 */
export async function loadImage(url: string, headers: Readonly<Record<string, string>>): Promise<string | undefined> {
  try {
    if (process.env.TARO_ENV === 'h5') {
      const answer = await fetch(url, { headers: { ...headers } });
      return answer.ok ? URL.createObjectURL(await answer.blob()) : undefined;
    }
    const answer = await Taro.downloadFile({ url, header: { ...headers } });
    return answer.statusCode === 200 ? answer.tempFilePath : undefined;
  } catch {
    return undefined;
  }
}

/** Frees the memory behind an address of `loadImage`. */
export function releaseImage(address: string): void {
  if (process.env.TARO_ENV === 'h5' && address.startsWith('blob:')) URL.revokeObjectURL(address);
}
