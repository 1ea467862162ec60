/** The encoder alone, without the renderers that need a browser or Node. */
declare module 'qrcode/lib/core/qrcode' {
  import type { QRCode, QRCodeOptions, QRCodeSegment } from 'qrcode';

  export function create(segments: QRCodeSegment[], options: QRCodeOptions): QRCode;
}
