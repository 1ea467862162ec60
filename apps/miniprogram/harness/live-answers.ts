import { ALG_EDDSA, CODE_PREFIX, checkPossession, issueCredential, nobleContext, RESIDENCE_PERMIT, verifyPresentation } from '@yuezheng/live-pass';
import { ChannelHello } from '@yuezheng/shared-types';
import { apiPath, everydayAnswers, PERMIT } from './answers';
import type { FakeSocket } from './fake-socket';
import type { WxAnswer, WxRequest } from './fake-wx';

const ISSUER = { ...nobleContext.generateKeyPair(ALG_EDDSA, new Uint8Array(32).fill(1)), kid: 7 };
const CHALLENGE = new Uint8Array(32).fill(9);

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

const FACE = {
  ...PERMIT,
  sex: '女', ethnicity: '汉族', birthDate: '1996-08-15', householdPlace: '湖南省衡阳市', address: '广州市天河区体育西路 103 号 A 座 1204 房',
  issuedOn: '2025-12-20', issuer: '广州市公安局', residenceSince: '2025-12-20',
};

interface Issue {
  readonly holderKey: string;
  readonly proof: string;
}

/** The issuer and a counter, for one permit. The phone's key is certified only if it proves to have it. */
export class LiveServer {
  readonly burned: { readonly before: number; readonly cause: string }[] = [];
  scan: Record<string, unknown> | undefined;
  active = true;
  private channels: FakeSocket[] = [];

  readonly answer = (request: WxRequest): WxAnswer => {
    const path = apiPath(request);
    if (path === `/permits/${PERMIT.id}`) return { status: 200, body: FACE };
    if (path === '/live-pass/challenges') return { status: 200, body: { challengeId: PERMIT.id, challenge: textOf(CHALLENGE), expiresInSeconds: 300 } };
    if (path === '/live-pass/credentials') return this.issue(JSON.parse(String(request.data)) as Issue);
    if (path.startsWith('/live-pass/showing/')) return { status: 200, body: this.showing() };
    if (path === '/live-pass/burns') {
      this.burned.push(JSON.parse(String(request.data)) as { before: number; cause: string });
      return { status: 200, body: { done: true } };
    }
    return everydayAnswers(request);
  };

  /** The end of the channel: whoever says who they are is told how the showing stands. */
  readonly channel = (socket: FakeSocket, text: string): void => {
    const hello = ChannelHello.safeParse(JSON.parse(text));
    if (!hello.success || hello.data.token !== 'token-of-the-first-session') return socket.end(1008);
    this.channels.push(socket);
    socket.say({ kind: 'showing', showing: this.showing() });
  };

  /** Tells every phone how its showing stands. */
  announce(): void {
    this.channels.forEach((socket) => socket.say({ kind: 'showing', showing: this.showing() }));
  }

  private showing() {
    return { serverTime: Date.now(), active: this.active, inForce: true, ...(this.scan && { scan: this.scan }) };
  }

  private issue({ holderKey, proof }: Issue): WxAnswer {
    const key = { alg: ALG_EDDSA, publicKey: bytesOf(holderKey) };
    const proven = checkPossession(key, CHALLENGE, bytesOf(proof), nobleContext);
    const now = Date.now();
    const request = { permitType: RESIDENCE_PERMIT, maskedName: '林**', permitValidUntil: '2099-12-20', statusIndex: 42, holderKey: key, now };
    const issued = issueCredential(request, ISSUER, nobleContext);
    if (!proven.ok || !issued.ok) return { status: 422, body: { code: 'holder-key-invalid', detail: '手机密钥校验失败。' } };
    return { status: 200, body: { credential: textOf(issued.value.bytes), serverTime: now, expiresAt: issued.value.expiresAt } };
  }

  /** What a counter says of a code: `accepted`, or the reason. */
  verdict(code: string | undefined): string {
    if (!code?.startsWith(CODE_PREFIX)) return 'no code';
    const now = Date.now();
    const verdict = verifyPresentation(code, {
      now,
      issuerKeys: new Map([[ISSUER.kid, ISSUER]]),
      ctx: nobleContext,
      assurance: 'online',
      statusOf: () => ({ status: 'valid', asOf: now, expiresAt: now + 60_000 }),
      burnedBefore: () => this.burned[this.burned.length - 1]?.before,
      seen: () => false,
    });
    return verdict.kind === 'accepted' ? 'accepted' : verdict.reason;
  }
}
