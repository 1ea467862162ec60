import sharp, { type Metadata, type Sharp } from 'sharp';
import { ok, refuse, type ErrorCode, type FieldIssue, type Result } from '@yuezheng/shared-types';
import { isAcceptedImage } from './image-type';

export type FilePurpose = 'material' | 'photo';

/** An image made new from the pixels of what was sent: upright JPEG in sRGB, without EXIF or anything else of the original file. */
export interface Photograph {
  readonly full: Buffer;
  readonly thumb: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Phones take 12 to 50 megapixels; more is a file made to exhaust the memory. */
const MAX_PIXELS = 60_000_000;
const LONGEST_SIDE = { material: 2600, photo: 1200 } as const;
const THUMB_SIDE = 360;
const MATERIAL_MIN = { shorter: 300, longer: 400 } as const;
/** 数码照片: 358 × 441 pixels, 26 × 32 mm at 350 dpi (GA 461-2004). */
const PORTRAIT = { width: 358, height: 441, narrowest: 0.6, widest: 0.95 } as const;
/** Standard deviation of the grey values below which there is nothing to see. */
const BLANK_DEVIATION = 4;

const complain = (code: ErrorCode, issue: string, message: string): Result<never> => {
  const fields: FieldIssue[] = [{ path: 'file', code: issue, message }];
  return refuse(code, { fields });
};

const decoder = (bytes: Buffer): Sharp => sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', animated: false });

/** Width and height as the picture is looked at: EXIF orientations 5 to 8 lie on their side. */
const uprightSize = ({ width, height, orientation = 1 }: Metadata): { width: number; height: number } =>
  orientation >= 5 ? { width: height, height: width } : { width, height };

const sizeProblem = (purpose: FilePurpose, { width, height }: { width: number; height: number }): Result<undefined> => {
  if (purpose === 'material') {
    const enough = Math.min(width, height) >= MATERIAL_MIN.shorter && Math.max(width, height) >= MATERIAL_MIN.longer;
    return enough ? ok(undefined) : refuse('image-too-small');
  }
  if (width < PORTRAIT.width || height < PORTRAIT.height) {
    return complain('image-too-small', 'image-too-small', `证件照片至少 ${PORTRAIT.width} × ${PORTRAIT.height} 像素，这张是 ${width} × ${height}，请重新拍摄。`);
  }
  const aspect = width / height;
  if (aspect < PORTRAIT.narrowest || aspect > PORTRAIT.widest) return complain('field-invalid', 'photo-not-portrait', '证件照片应为竖版的正面免冠照，请重新拍摄或裁剪。');
  return ok(undefined);
};

const isBlank = async (full: Buffer): Promise<boolean> => {
  const { channels } = await sharp(full).greyscale().stats();
  return (channels[0]?.stdev ?? 0) < BLANK_DEVIATION;
};

/**
 * Makes a photograph of an uploaded file. What it claims to be does not count: its first bytes must be those of a JPEG,
 * PNG or WebP, and it must decode to the end.
 * Refusals: `file-type-unsupported`, `file-unreadable`, `image-too-many-pixels`, `image-too-small`, `field-invalid`.
 */
export async function photographOf(bytes: Buffer, purpose: FilePurpose): Promise<Result<Photograph>> {
  if (!isAcceptedImage(bytes)) return refuse('file-type-unsupported');
  try {
    // Only the header is read here, so the limit can be told apart from a file that does not decode.
    const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (metadata.width * metadata.height > MAX_PIXELS) return refuse('image-too-many-pixels');
    const problem = sizeProblem(purpose, uprightSize(metadata));
    if (!problem.ok) return problem;
    return await develop(bytes, purpose);
  } catch {
    return refuse('file-unreadable');
  }
}

async function develop(bytes: Buffer, purpose: FilePurpose): Promise<Result<Photograph>> {
  const side = LONGEST_SIDE[purpose];
  const { data: full, info } = await decoder(bytes)
    .rotate()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 85 })
    .toBuffer({ resolveWithObject: true });
  if (purpose === 'photo' && (await isBlank(full))) return complain('field-invalid', 'photo-blank', '照片里看不清人像，请在光线充足处重新拍摄。');
  const thumb = await sharp(full).resize({ width: THUMB_SIDE, height: THUMB_SIDE, fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 75 }).toBuffer();
  return ok({ full, thumb, width: info.width, height: info.height });
}
