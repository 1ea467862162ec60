import type { PickedImage } from './image-picker';

/** Longest edge in pixels: an identity card stays legible, a 20 MB photo becomes about 1 MB. */
const LONGEST_EDGE = 2400;
const SMALL_ENOUGH_BYTES = 1024 * 1024;
/** Beyond this an old phone runs out of memory before the picture is drawn. */
const MOST_DECODED_BYTES = 30 * 1024 * 1024;

/** Draws a picture again, smaller and as JPEG. What cannot be decoded is given back as it was. */
export async function compressInBrowser(image: PickedImage): Promise<PickedImage> {
  if (image.bytes <= SMALL_ENOUGH_BYTES || image.bytes > MOST_DECODED_BYTES) return image;
  try {
    const bitmap = await createImageBitmap(await (await fetch(image.path)).blob());
    const scale = Math.min(1, LONGEST_EDGE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
    return blob === null || blob.size >= image.bytes ? image : { path: URL.createObjectURL(blob), bytes: blob.size };
  } catch {
    return image;
  }
}
