import { randomBytes } from 'node:crypto';
import { ALG_EDDSA, present, provePossession, type KeyPair } from '@yuezheng/live-pass';
import { createNodeContext } from '@yuezheng/live-pass/node';
import { newId } from '../src/platform/database/new-id';
import type { Answer, TestApp } from './app';
import type { Holder } from './wallet';

const ctx = createNodeContext();
const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));

interface Issued {
  readonly credential: string;
  readonly serverTime: number;
  readonly expiresAt: number;
}

/** A phone of a holder, with a key of its own. */
export class LivePhone {
  readonly deviceId = newId();
  private readonly key: KeyPair = ctx.generateKeyPair(ALG_EDDSA, new Uint8Array(randomBytes(32)));
  /** What the phone sent last to get a credential. */
  lastRequest: object = {};
  private credential: Uint8Array | undefined;

  constructor(
    private readonly app: TestApp,
    private readonly holder: Pick<Holder, 'token' | 'permitId'>,
  ) {}

  /** Asks for a credential for this phone's key. */
  async enrol(more: { readonly takeOver?: boolean; readonly proof?: string } = {}): Promise<Answer<Issued>> {
    const { token, permitId } = this.holder;
    const started = await this.app.call<{ challengeId: string; challenge: string }>('POST', '/live-pass/challenges', { token, body: { permitId } });
    if (started.status !== 200) return started as unknown as Answer<Issued>;
    const proof = provePossession(this.key, bytesOf(started.body.challenge), ctx);
    if (!proof.ok) throw new Error(proof.error);
    const body = {
      permitId, challengeId: started.body.challengeId, deviceId: this.deviceId, algorithm: ALG_EDDSA,
      holderKey: base64Url(this.key.publicKey), proof: more.proof ?? base64Url(proof.value), ...(more.takeOver && { takeOver: true }),
    };
    this.lastRequest = body;
    const issued = await this.app.call<Issued>('POST', '/live-pass/credentials', { token, body });
    if (issued.status === 200) this.credential = bytesOf(issued.body.credential);
    return issued;
  }

  /** The code on the screen at `now`. */
  show(now: number = this.app.clock.now()): string {
    if (!this.credential) throw new Error('the phone has no credential');
    const shown = present({ credential: this.credential, holderKey: this.key, now, ctx });
    if (!shown.ok) throw new Error(shown.error);
    return shown.value.code;
  }
}
