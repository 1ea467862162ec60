import type { Population } from '../population/population';
import type { Person } from '../population/person';
import type { OneTimeCodes } from '../wechat/one-time-codes';

/**
 * Whose phone is meant.
 *
 * @param key a personId, an openid of the mini-program, or a log-in code that the phone handed out (used or
 *   not): the mini-program's H5 knows no more than that code
 */
export const phoneOwner = (population: Population, codes: OneTimeCodes, key: string): Person | undefined =>
  population.withId(key) ?? population.wechat.withOpenid(key) ?? population.withId(codes.issuedTo(key) ?? '');
