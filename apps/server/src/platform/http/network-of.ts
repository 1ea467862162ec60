import { isIPv6 } from 'node:net';

const HEXTETS_OF_A_NETWORK = 4;

/** An IPv4 address itself; of IPv6 the first 64 bits, `::` written out. */
export function networkOf(ip: string): string {
  if (!isIPv6(ip)) return ip;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  const [head = '', tail] = ip.split('::');
  const [before, after] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':')));
  const missing = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0);
  const hextets = [...(before ?? []), ...Array<string>(Math.max(0, missing)).fill('0'), ...(after ?? [])];
  return hextets.slice(0, HEXTETS_OF_A_NETWORK).map((hextet) => parseInt(hextet, 16).toString(16)).join(':');
}
