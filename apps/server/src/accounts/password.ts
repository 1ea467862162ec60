import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { bulkhead } from 'cockatiel';

export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** OWASP's recommended floor for scrypt: 16 MiB, p = 5. */
const COST: ScryptCost = { N: 2 ** 14, r: 8, p: 5 };
/** For passwords that are no secret: development accounts. */
export const TOKEN_COST: ScryptCost = { N: 2 ** 4, r: 8, p: 1 };
const HASH_BYTES = 32;

/** Half of the threads that hash, read files and develop pictures: a flood of log-ins must not take them all. */
const AT_ONCE = bulkhead(2, 30);

/** @throws BulkheadRejectedError when too many wait already */
const derive = (password: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> =>
  AT_ONCE.execute(
    () =>
      new Promise((resolve, reject) => {
        const options = { ...cost, maxmem: 256 * cost.N * cost.r + 1_048_576 };
        scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
      }),
  );

/** `scrypt$N$r$p$salt$hash`, salt and hash in base64url. */
export async function hashPassword(password: string, cost: ScryptCost = COST): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Takes as long for a wrong password as for a right one. */
export async function passwordMatches(password: string, kept: string): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = kept.split('$');
  const expected = Buffer.from(hash, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return expected.length === given.length && timingSafeEqual(expected, given);
}
