import { createHash } from 'node:crypto';

/** A name for a code, as a verifier would keep it that trusts the text. @param {string} code */
export const presentationOf = (code) => createHash('sha256').update(code).digest('hex').slice(0, 32);
