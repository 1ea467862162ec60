import { isBulkheadRejectedError } from 'cockatiel';
import { hashPassword } from './password';

it('lets a flood of passwords wait in a line of thirty, and turns the rest away', async () => {
  const results = await Promise.allSettled(Array.from({ length: 60 }, () => hashPassword('a password')));
  const turnedAway = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  expect(turnedAway).toHaveLength(28);
  expect(turnedAway.every(isBulkheadRejectedError)).toBe(true);
  await expect(hashPassword('a password')).resolves.toMatch(/^scrypt\$/);
});
