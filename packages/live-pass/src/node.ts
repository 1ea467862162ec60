import { deflateSync, inflateSync } from 'node:zlib';
import type { Deflate, Inflate } from './status-list';

export { createNodeContext } from './node-context';

export const nodeDeflate: Deflate = (bytes) => new Uint8Array(deflateSync(bytes, { level: 9 }));

export const nodeInflate: Inflate = (compressed, mostBytes) => {
  try {
    return new Uint8Array(inflateSync(compressed, { maxOutputLength: mostBytes }));
  } catch {
    return undefined;
  }
};
