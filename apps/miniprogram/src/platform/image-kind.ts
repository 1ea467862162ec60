import Taro from '@tarojs/taro';

/** What the bytes say, whatever the name says. */
export type ImageKind = 'jpeg' | 'png' | 'webp' | 'other';

const HEAD_BYTES = 12;

const starts = (bytes: Uint8Array, magic: readonly number[], at = 0): boolean => magic.every((byte, i) => bytes[at + i] === byte);

/** Tells a picture by its first bytes. */
export function kindOf(head: Uint8Array): ImageKind {
  if (starts(head, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (starts(head, [0x89, 0x50, 0x4e, 0x47])) return 'png';
  if (starts(head, [0x52, 0x49, 0x46, 0x46]) && starts(head, [0x57, 0x45, 0x42, 0x50], 8)) return 'webp';
  return 'other';
}

/** The kind of a picture on this phone; `undefined` when it cannot be read here and the server has to tell. */
export async function imageKind(path: string): Promise<ImageKind | undefined> {
  try {
    return kindOf(await headOf(path));
  } catch {
    return undefined;
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  if (process.env.TARO_ENV === 'h5') {
    const file = await (await fetch(path)).blob();
    return new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  }
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: path,
      position: 0,
      length: HEAD_BYTES,
      success: ({ data }) => (typeof data === 'string' ? reject(new Error('bytes were asked for')) : resolve(new Uint8Array(data))),
      fail: () => reject(new Error('the file cannot be read')),
    });
  });
}
