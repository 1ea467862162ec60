import { constants, deflate, inflateSync, type ZlibOptions } from 'node:zlib';
import type { Inflate } from './status-list';

export { createNodeContext } from './node-context';

/** A list is almost nothing but zeros: looking for runs alone packs it as small, 60 times as fast. */
const RUNS: ZlibOptions = { level: 9, strategy: constants.Z_RLE };

/** Packs a list on another thread, for `signStatusList`. Rejects when there is no memory for it. */
export const nodeDeflate = (bytes: Uint8Array): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    deflate(bytes, RUNS, (error, packed) => (error ? reject(error) : resolve(new Uint8Array(packed))));
  });

export const nodeInflate: Inflate = (compressed, mostBytes) => {
  try {
    return new Uint8Array(inflateSync(compressed, { maxOutputLength: mostBytes }));
  } catch {
    return undefined;
  }
};
