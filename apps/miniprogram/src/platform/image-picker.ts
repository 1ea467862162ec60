import Taro from '@tarojs/taro';
import { compressInBrowser } from './image-compress';

/** What the server takes at most, in bytes. */
export const MAX_IMAGE_BYTES = 10 * 1024 * 1024;

export interface PickedImage {
  /** For a picture element and for uploading. */
  readonly path: string;
  readonly bytes: number;
}

export type PickOutcome =
  | { readonly kind: 'picked'; readonly images: readonly PickedImage[]; readonly tooLarge: number }
  | { readonly kind: 'cancelled' };

/**
 * Lets the person take or choose pictures, made smaller on the phone. Must follow a tap.
 *
 * @param count how many at most
 * @returns the pictures within the server's limit, and how many were left out for being too large
 */
export async function pickImages(count: number): Promise<PickOutcome> {
  const chosen = await choose(count);
  if (chosen.length === 0) return { kind: 'cancelled' };
  const images = await Promise.all(chosen.map(compress));
  const fitting = images.filter((image) => image.bytes <= MAX_IMAGE_BYTES);
  return { kind: 'picked', images: fitting, tooLarge: images.length - fitting.length };
}

async function choose(count: number): Promise<PickedImage[]> {
  if (process.env.TARO_ENV === 'h5') return chooseInBrowser(count);
  return new Promise((resolve) => {
    void Taro.chooseMedia({
      count,
      mediaType: ['image'],
      sizeType: ['original'],
      success: ({ tempFiles }) => resolve(tempFiles.map((file) => ({ path: file.tempFilePath, bytes: file.size }))),
      fail: () => resolve([]),
    });
  });
}

/** Taro's own chooser drops what is no picture without a word, and nobody would learn why. */
function chooseInBrowser(count: number): Promise<PickedImage[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.multiple = count > 1;
  input.hidden = true;
  // Safari forgets a chooser that is not on the page.
  document.body.appendChild(input);
  return new Promise((resolve) => {
    const end = (files: readonly File[]) => {
      input.remove();
      resolve(files.slice(0, count).map((file) => ({ path: URL.createObjectURL(file), bytes: file.size })));
    };
    input.addEventListener('change', () => end(Array.from(input.files ?? [])));
    input.addEventListener('cancel', () => end([]));
    input.click();
  });
}

async function compress(image: PickedImage): Promise<PickedImage> {
  if (process.env.TARO_ENV === 'h5') return compressInBrowser(image);
  try {
    const { tempFilePath } = await Taro.compressImage({ src: image.path, quality: 80 });
    return { path: tempFilePath, bytes: sizeOf(tempFilePath) ?? image.bytes };
  } catch {
    // What the phone cannot decode goes to the server as it is, and the server says what is wrong with it.
    return image;
  }
}

function sizeOf(path: string): number | undefined {
  const found = Taro.getFileSystemManager().statSync(path);
  return 'size' in found ? found.size : undefined;
}
