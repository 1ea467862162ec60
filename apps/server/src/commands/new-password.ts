import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mistakes for one another. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';
const LENGTH = 16;

/** A password of 93 bits, to be read out or copied. */
export const newPassword = (): string => Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
