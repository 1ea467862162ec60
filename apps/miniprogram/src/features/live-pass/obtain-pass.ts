import { nobleContext, provePossession, syncClock, type ClockReading } from '@yuezheng/live-pass';
import { issueCredential, startCredential } from '@yuezheng/shared-types';
import type { Answer, ApiProblem, Client } from '../../api';
import { fromBase64Url, toBase64Url } from './base64url';
import type { Device } from './device';
import type { Pass } from './kept-passes';

const BROKEN: ApiProblem = { code: 'holder-key-invalid', sentence: '手机密钥校验失败，请关闭页面后重新打开证照。', fields: [] };

/**
 * Has this phone's key certified: the server's challenge is signed, and the credential comes back with the server's time.
 *
 * @param takeOver ends the showing of the phone that was active before
 */
export async function obtainPass(
  api: Pick<Client, 'call'>,
  { id: deviceId, key }: Device,
  permitId: string,
  takeOver: boolean,
  read: () => ClockReading,
): Promise<Answer<Pass>> {
  const started = await api.call(startCredential, { body: { permitId } });
  if (!started.ok) return started;
  const challenge = fromBase64Url(started.value.challenge);
  const proof = challenge && provePossession(key, challenge, nobleContext);
  if (!proof?.ok) return { ok: false, problem: BROKEN };
  const before = read();
  const issued = await api.call(issueCredential, {
    body: {
      permitId,
      challengeId: started.value.challengeId,
      deviceId,
      algorithm: key.alg,
      holderKey: toBase64Url(key.publicKey),
      proof: toBase64Url(proof.value),
      ...(takeOver && { takeOver }),
    },
  });
  if (!issued.ok) return issued;
  const { credential, expiresAt, serverTime } = issued.value;
  const clock = syncClock(serverTime, before, read());
  return { ok: true, value: { credential, expiresAt, ...(clock && { clock }) } };
}
