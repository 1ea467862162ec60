import { ALG_EDDSA, CODE_PREFIX, fromBase45, present, readCredential, SLOT_MS, toBase45 } from '@yuezheng/live-pass';
import { createNodeContext } from '@yuezheng/live-pass/node';
import { seeded } from './seeded.mjs';

/** @typedef {import('./seeded.mjs').Chance} Chance */
/**
 * Codes that phones really made. `fresh` ones are what damage starts from; the others are handed on as they are, each
 * bad for its moment, and may be missing where they cannot be had.
 * @typedef {{ fresh: readonly string[], used?: readonly string[], old?: readonly string[], future?: readonly string[], expired?: readonly string[] }} GoodCodes
 */
/** @typedef {{ kind: string, code: string }} Mutation */
/** @typedef {(from: Parts, other: Parts, chance: Chance) => string} Change */
/** A code taken apart: its end is a slot (5 bytes of CBOR) and a signature (2 and 64). @typedef {{ code: string, bytes: Uint8Array, credential: Uint8Array, slot: number, signature: Uint8Array }} Parts */

const SLOT_HEAD = Uint8Array.of(0x1a);
const SIGNATURE_HEAD = Uint8Array.of(0x58, 0x40);
const TAIL = 5 + 2 + 64;
const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const PREFIXES = ['', 'YP2:', 'HC1:', 'YP1', 'YP1::', 'YQ1:', 'https://pass.example/?c='];
const ctx = createNodeContext();

/** @type {Readonly<Record<string, Change>>} */
const CHANGES = {
  'bit flipped': ({ bytes }, _, chance) => codeOf(replaced(bytes, chance.whole(bytes.length), (byte) => byte ^ (1 << chance.whole(8)))),
  'bytes changed': ({ bytes }, _, chance) => codeOf(times(1 + chance.whole(6), bytes, (now) => replaced(now, chance.whole(now.length), () => chance.whole(256)))),
  'characters changed': ({ code }, _, chance) => times(1 + chance.whole(4), code, (now) => withCharacter(now, chance.whole(now.length), chance.pick([...CHARACTERS, 'a', '中', '\u0000']))),
  'characters swapped': ({ code }, _, chance) => {
    const [a, b] = [chance.whole(code.length), chance.whole(code.length)];
    return withCharacter(withCharacter(code, a, code.charAt(b)), b, code.charAt(a));
  },
  'truncated': ({ code }, _, chance) => code.slice(0, chance.whole(code.length)),
  'head cut off': ({ code }, _, chance) => CODE_PREFIX + code.slice(CODE_PREFIX.length + 1 + chance.whole(200)),
  'extended': ({ code }, other, chance) => code + (chance.unit() < 0.1 ? other.code.repeat(40) : other.code.slice(chance.whole(other.code.length - 1))),
  'bytes put in': ({ bytes }, _, chance) => {
    const at = chance.whole(bytes.length);
    return codeOf(bytes.slice(0, at), chance.bytes(1 + chance.whole(8)), bytes.slice(at));
  },
  'spliced: credential of one, showing of another': ({ credential }, { slot, signature }) => codeOf(credential, tail(slot, signature)),
  'spliced anywhere': ({ bytes }, other, chance) => {
    const at = 1 + chance.whole(bytes.length - TAIL);
    return codeOf(bytes.slice(0, at), other.bytes.slice(at));
  },
  'slot changed': ({ credential, slot, signature }, _, chance) => codeOf(credential, tail(slot + chance.pick([-2, -1, 1, 2, 720, -720]), signature)),
  'signed by a stranger': ({ credential, slot }, _, chance) => signedBy(chance, credential, slot),
  'random signature': ({ credential, slot }, _, chance) => codeOf(credential, tail(slot, chance.bytes(64))),
  'other prefix': ({ code }, _, chance) => chance.pick(PREFIXES) + code.slice(CODE_PREFIX.length),
  'noise': (_, __, chance) => CODE_PREFIX + toBase45(chance.bytes(chance.whole(262))),
};

/** @type {Readonly<Record<string, 'used' | 'old' | 'future' | 'expired'>>} */
const AS_THEY_ARE = { 'replayed': 'used', 'too old': 'old', 'from the future': 'future', 'credential expired': 'expired' };

/**
 * Codes that nobody may accept, each kind as often as the others; the same seed and codes give the same stream.
 * @param {number} seed
 * @param {number} count
 * @param {GoodCodes} good two fresh ones at least
 * @returns {Generator<Mutation>}
 */
export function* mutations(seed, count, good) {
  const chance = seeded(seed);
  const parts = good.fresh.map(partsOf);
  const genuine = new Set(good.fresh);
  const kinds = [...Object.keys(CHANGES), ...Object.keys(AS_THEY_ARE).filter((kind) => ready(good, kind).length > 0)];
  for (let made = 0; made < count; ) {
    const kind = kinds[made % kinds.length] ?? '';
    const from = chance.whole(parts.length);
    const other = (from + 1 + chance.whole(parts.length - 1)) % parts.length;
    const [one, another] = [parts[from], parts[other]];
    const change = CHANGES[kind];
    const code = change && one && another ? change(one, another, chance) : chance.pick(ready(good, kind));
    // Two equal characters swapped are no damage.
    if (change && genuine.has(code)) continue;
    made += 1;
    yield { kind, code };
  }
}

/** @param {GoodCodes} good @param {string} kind */
function ready(good, kind) {
  const list = AS_THEY_ARE[kind];
  return (list && good[list]) ?? [];
}

/** @param {string} code @returns {Parts} */
export function partsOf(code) {
  const bytes = fromBase45(code.slice(CODE_PREFIX.length)) ?? new Uint8Array(0);
  const end = bytes.length - TAIL;
  return {
    code,
    bytes,
    credential: bytes.slice(0, end),
    slot: new DataView(bytes.buffer).getUint32(end + 1),
    signature: bytes.slice(end + 7),
  };
}

/** @param {...Uint8Array} parts */
function codeOf(...parts) {
  return CODE_PREFIX + toBase45(new Uint8Array(Buffer.concat(parts)));
}

/** @param {number} slot @param {Uint8Array} signature */
function tail(slot, signature) {
  const written = new Uint8Array(4);
  new DataView(written.buffer).setUint32(0, slot);
  return new Uint8Array(Buffer.concat([SLOT_HEAD, written, SIGNATURE_HEAD, signature]));
}

/**
 * A stolen credential, shown by a phone that says it has the key.
 * @param {Chance} chance @param {Uint8Array} credential @param {number} slot
 */
function signedBy(chance, credential, slot) {
  const stranger = ctx.generateKeyPair(ALG_EDDSA, chance.bytes(32));
  const read = readCredential(credential);
  const shown = read.ok && present({ credential, holderKey: { ...stranger, publicKey: read.value.holderKey.x }, now: slot * SLOT_MS, ctx });
  if (!shown || !shown.ok) throw new Error('a fresh code carries a genuine credential');
  return shown.value.code;
}

/** @param {Uint8Array} bytes @param {number} at @param {(byte: number) => number} change */
function replaced(bytes, at, change) {
  return bytes.map((byte, i) => (i === at ? change(byte) : byte));
}

/** @param {string} text @param {number} at @param {string} character */
function withCharacter(text, at, character) {
  return text.slice(0, at) + character + text.slice(at + 1);
}

/** @template T @param {number} count @param {T} start @param {(now: T) => T} step */
function times(count, start, step) {
  let now = start;
  for (let i = 0; i < count; i += 1) now = step(now);
  return now;
}
