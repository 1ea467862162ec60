import { ALG_EDDSA, createPresenter, issueCredential, nobleContext, SLOT_MS } from '@yuezheng/live-pass';
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import nacl from 'tweetnacl';
import { PERMIT } from './passes.mjs';
import { inTurns, speedOf, timesAsQuick } from './turns.mjs';

/** @typedef {{ data: string, mode: 'alphanumeric' }} Segment */
/** @typedef {{ create(text: string | Segment[], options?: { errorCorrectionLevel: 'L', maskPattern: number }): { modules: { size: number } } }} Qrcode */

const { create } = /** @type {Qrcode} */ (createRequire(import.meta.url)('qrcode/lib/core/qrcode'));

/** As the phone draws it: `qr-matrix.ts` of the mini-program. */
const FIXED = { errorCorrectionLevel: /** @type {const} */ ('L'), maskPattern: 2 };

const samples = Number(process.argv[2]);
const now = Date.now();
const [issuer, holderKey] = [0, 1].map(() => nobleContext.generateKeyPair(ALG_EDDSA, randomBytes(32)));
if (issuer === undefined || holderKey === undefined) throw new Error('two keys were asked for');
const issued = issueCredential({ ...PERMIT, holderKey, now }, { kid: 7, alg: ALG_EDDSA, secretKey: issuer.secretKey }, nobleContext);
if (!issued.ok) throw new Error(issued.error);
const presenter = createPresenter({ credential: issued.value.bytes, holderKey, ctx: nobleContext });
if (!presenter.ok) throw new Error(presenter.error);

/** @param {number} slot counted from now */
function codeOf(slot) {
  const shown = presenter.ok ? presenter.value.at(now + slot * SLOT_MS) : presenter;
  if (!shown.ok) throw new Error(shown.error);
  return shown.value.code;
}

/** @param {string} text */
const fixedMatrix = (text) => create([{ data: text, mode: 'alphanumeric' }], FIXED);

const text = codeOf(0);
const naclKey = nacl.sign.keyPair.fromSeed(holderKey.secretKey).secretKey;
const message = new Uint8Array(76);

const taken = await inTurns(
  {
    ours: (i) => fixedMatrix(codeOf(i)),
    theirs(i) {
      message[0] = i;
      nacl.sign.detached(message, naclKey);
      return create(text);
    },
    ownSign: (i) => codeOf(i),
    ownMatrix: () => fixedMatrix(text),
  },
  samples,
);
const [ours, theirs] = [speedOf(taken.ours), speedOf(taken.theirs)];
console.log(JSON.stringify({ ours, theirs, ratio: timesAsQuick(ours, theirs), ownSign: speedOf(taken.ownSign), ownMatrix: speedOf(taken.ownMatrix) }));
