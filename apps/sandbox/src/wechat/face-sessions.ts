import { createHash, randomBytes } from 'node:crypto';
import { checkCharacter } from '../population/identity-number';
import type { Population } from '../population/population';
import { own } from '../state/own';
import type { FaceSession } from '../state/state';
import type { StateStore } from '../state/store';
import { keepNewest } from '../state/trim';
import type { SandboxClock } from '../time/clock';

/** Seconds, as WeChat's default. */
export const VERIFY_ID_LIFETIME_S = 3_600;
const KEPT_SESSIONS = 1_000;

/** Values of verify_ret in the documentation of queryVerifyInfo. */
export const VERIFY_RET = {
  passed: 10_000,
  identityDiffers: 10_003,
  faceDiffers: 10_004,
  cancelled: 90_004,
  /** The documented "system error of the user's side": nothing was done yet. */
  notDone: 90_199,
} as const;

/** Identity data of a face check. */
export interface CertInfo {
  cert_type: string;
  cert_name: string;
  cert_no: string;
}

/** Whether it is a mainland identity card with a right check character: nothing else can be checked. */
export const isCheckable = ({ cert_type, cert_name, cert_no }: CertInfo): boolean =>
  cert_type === 'IDENTITY_CARD' &&
  cert_name.trim() !== '' &&
  /^[1-7]\d{16}[\dX]$/.test(cert_no) &&
  checkCharacter(cert_no.slice(0, 17)) === cert_no.slice(17);

/** SHA-256 in hex over the three values in Base64, as the documentation of queryVerifyInfo asks for. */
export const certHash = ({ cert_type, cert_name, cert_no }: CertInfo): string => {
  const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
  const joined = `cert_type=${base64(cert_type)}&cert_name=${base64(cert_name)}&cert_no=${base64(cert_no)}`;
  return createHash('sha256').update(joined).digest('hex');
};

/** Face checks from the request for a verify_id until their result is read. */
export class FaceSessions {
  constructor(
    private readonly store: StateStore,
    private readonly clock: SandboxClock,
    private readonly population: Population,
  ) {}

  /** @returns the verify_id, or undefined when the serial number was used before */
  open(openid: string, outSeqNo: string, cert: CertInfo): string | undefined {
    const sessions = this.store.state.faceSessions;
    if (Object.values(sessions).some((session) => session.outSeqNo === outSeqNo)) return undefined;
    const verifyId = randomBytes(24).toString('hex');
    sessions[verifyId] = {
      openid,
      outSeqNo,
      certHash: certHash(cert),
      certName: cert.cert_name,
      certNo: cert.cert_no,
      expiresAt: this.clock.now() + VERIFY_ID_LIFETIME_S * 1_000,
    };
    keepNewest(sessions, KEPT_SESSIONS);
    this.store.changed();
    return verifyId;
  }

  find(verifyId: string): FaceSession | undefined {
    return own(this.store.state.faceSessions, verifyId);
  }

  /** Checks that wait for a person to stand before the camera of this phone, by verify_id. */
  waitingOn(openid: string): { verifyId: string; session: FaceSession }[] {
    return Object.entries(this.store.state.faceSessions)
      .map(([verifyId, session]) => ({ verifyId, session }))
      .filter(
        ({ session }) =>
          session.openid === openid && session.verifyRet === undefined && !this.isExpired(session),
      );
  }

  isExpired({ expiresAt }: FaceSession): boolean {
    return this.clock.now() >= expiresAt;
  }

  /**
   * The person of that phone stands before the camera. Passing needs the name, the number and the face
   * to belong together; someone else's identity never passes.
   */
  complete(session: FaceSession, outcome: 'pass' | 'fail' | 'cancel'): number {
    session.verifyRet = this.judge(session, outcome);
    this.store.changed();
    return session.verifyRet;
  }

  private judge(session: FaceSession, outcome: 'pass' | 'fail' | 'cancel'): number {
    if (outcome === 'cancel') return VERIFY_RET.cancelled;
    const claimed = this.population.withDocument(session.certNo);
    if (claimed === undefined || claimed.name !== session.certName) return VERIFY_RET.identityDiffers;
    const present = this.population.wechat.withOpenid(session.openid);
    return outcome === 'pass' && present === claimed ? VERIFY_RET.passed : VERIFY_RET.faceDiffers;
  }
}
