const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const RIFF_HEADER_BYTES = 12;

const startsWith = (bytes: Buffer, head: Buffer): boolean => bytes.subarray(0, head.length).equals(head);

/** `RIFF`, four bytes of length, `WEBP` (RFC 9649). */
const isWebp = (bytes: Buffer): boolean =>
  bytes.length >= RIFF_HEADER_BYTES && bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, RIFF_HEADER_BYTES) === 'WEBP';

/**
 * Whether the first bytes are those of a JPEG, PNG or WebP. Looked at here and nowhere else: a detector of many formats
 * walks through containers that nobody may upload, and a crafted one (an ASF header of length 0) keeps it walking for ever.
 */
export const isAcceptedImage = (bytes: Buffer): boolean => startsWith(bytes, JPEG) || startsWith(bytes, PNG) || isWebp(bytes);
