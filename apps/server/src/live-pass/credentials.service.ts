import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { checkPossession, issueCredential, maskName, RESIDENCE_PERMIT, type IssuedCredential, type PublicKey } from '@yuezheng/live-pass';
import { ok, refuse, type issueCredential as issueRoute, type LocalDate, type startCredential, type Result, type RouteInput, type RouteOutput } from '@yuezheng/shared-types';
import { Residents } from '../accounts/residents';
import { Notifier } from '../messages/notifier.service';
import type { PermitRow } from '../permits/permit-row';
import { statusOn } from '../permits/permit-status';
import { Permits } from '../permits/permits.service';
import { Audit } from '../platform/audit/audit';
import type { ResidentCaller } from '../platform/auth/caller';
import { Clock } from '../platform/clock/clock';
import { Database, queryIn, type Tx } from '../platform/database/database';
import { newId } from '../platform/database/new-id';
import { IssuerKeyring } from './issuer-keyring';
import { fromBase64Url, liveCrypto, toBase64Url } from './live-crypto';
import { movedNotice } from './moved-notice';
import { ShowingAnnouncements } from './showing-channel/announcements';

type IssueBody = RouteInput<typeof issueRoute>['body'];

const CHALLENGE_BYTES = 32;
const CHALLENGE_SECONDS = 300;
/** The last day that fits a credential, which has two bytes for it. Registers know permits “until 9999-12-31”. */
const LAST_NAMED_DAY: LocalDate = '2149-06-06';

const ACTIVATE = `
  INSERT INTO live_pass_devices AS d (holder_id, device_id, activated_at) VALUES ($1, $2, $3)
  ON CONFLICT (holder_id) DO UPDATE SET device_id = excluded.device_id,
    activated_at = CASE WHEN d.device_id = excluded.device_id THEN d.activated_at ELSE excluded.activated_at END,
    burned_before = d.burned_before
  WHERE d.device_id = excluded.device_id OR $4 RETURNING 1`;
const ACTIVE_NOW = 'SELECT device_id FROM live_pass_devices WHERE holder_id = $1 FOR UPDATE';
const TAKE_CHALLENGE = `DELETE FROM live_pass_challenges WHERE holder_id = $1 AND challenge_id = $2 AND permit_id = $3 AND expires_at > $4 RETURNING challenge`;

interface SignedCredential extends IssuedCredential {
  readonly issuerKid: number;
}

/** Credentials for the keys of phones: at most a day long, for one active phone of each holder. */
@Injectable()
export class Credentials {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly permits: Permits,
    private readonly residents: Residents,
    private readonly keyring: IssuerKeyring,
    private readonly notifier: Notifier,
    private readonly announcements: ShowingAnnouncements,
  ) {}

  /** A challenge for the phone's new key to sign. */
  async start(caller: ResidentCaller, permitId: string): Promise<Result<RouteOutput<typeof startCredential>>> {
    const permit = await this.valid(caller, permitId);
    if (!permit.ok) return permit;
    const [challengeId, challenge] = [newId(), randomBytes(CHALLENGE_BYTES)];
    await this.database.query('INSERT INTO live_pass_challenges (holder_id, challenge_id, permit_id, challenge, expires_at) VALUES ($1, $2, $3, $4, $5)', [
      permit.value.holderId, challengeId, permitId, challenge, new Date(this.clock.now() + CHALLENGE_SECONDS * 1000),
    ]);
    return ok({ challengeId, challenge: toBase64Url(challenge), expiresInSeconds: CHALLENGE_SECONDS });
  }

  /** Certifies the key. `device-replaced`: another phone is active, and this one did not ask to take over. */
  async issue(caller: ResidentCaller, body: IssueBody): Promise<Result<RouteOutput<typeof issueRoute>>> {
    const permit = await this.valid(caller, body.permitId);
    if (!permit.ok) return permit;
    // Before the transaction: a second connection asked for within it starves the pool when many ask at once.
    const holder = await this.residents.find(permit.value.holderId);
    if (!holder) return refuse('not-found');
    const issued = await this.database.inTransaction(async (tx): Promise<Result<SignedCredential>> => {
      const proven = await this.proven(tx, permit.value, body);
      if (!proven.ok) return proven;
      const [before] = await queryIn<{ device_id: string }>(tx, ACTIVE_NOW, [permit.value.holderId]);
      const active = await queryIn(tx, ACTIVATE, [permit.value.holderId, body.deviceId, this.clock.date(), body.takeOver ?? false]);
      if (active.length === 0) return refuse('device-replaced');
      const credential = this.sign(permit.value, holder.name, proven.value);
      if (credential.ok) await this.record(tx, caller, permit.value, body, credential.value);
      if (credential.ok && before && before.device_id !== body.deviceId) await this.tellMoved(tx, caller, permit.value, credential.value);
      return credential;
    });
    if (!issued.ok) return issued;
    this.announcements.announce(permit.value.holderId);
    return ok({ credential: toBase64Url(issued.value.bytes), serverTime: this.clock.now(), expiresAt: issued.value.expiresAt });
  }

  private async valid(caller: ResidentCaller, permitId: string): Promise<Result<PermitRow>> {
    const found = await this.permits.find(caller, permitId);
    if (!found.ok) return found;
    return statusOn(found.value, this.clock.today()) === 'valid' ? found : refuse('permit-not-valid');
  }

  private async proven(tx: Tx, { holderId, permitId }: PermitRow, body: IssueBody): Promise<Result<PublicKey>> {
    const [row] = await queryIn<{ challenge: Buffer }>(tx, TAKE_CHALLENGE, [holderId, body.challengeId, permitId, this.clock.date()]);
    if (!row) return refuse('holder-key-invalid');
    const holderKey = { alg: body.algorithm, publicKey: fromBase64Url(body.holderKey) };
    const possession = checkPossession(holderKey, new Uint8Array(row.challenge), fromBase64Url(body.proof), liveCrypto);
    return possession.ok ? ok(holderKey) : refuse('holder-key-invalid');
  }

  private sign(permit: PermitRow, name: string, holderKey: PublicKey): Result<SignedCredential> {
    const { validUntil, statusIndex } = permit;
    const permitValidUntil = validUntil < LAST_NAMED_DAY ? validUntil : LAST_NAMED_DAY;
    const request = { permitType: RESIDENCE_PERMIT, maskedName: maskName(name), permitValidUntil, statusIndex, holderKey, now: this.clock.now() };
    const issuerKey = this.keyring.current;
    const issued = issueCredential(request, issuerKey, liveCrypto);
    if (issued.ok) return ok({ ...issued.value, issuerKid: issuerKey.kid });
    if (issued.error === 'permit-over') return refuse('permit-not-valid');
    if (issued.error === 'bad-holder-key') return refuse('holder-key-invalid');
    throw new Error(`credential: ${issued.error}`);
  }

  private async tellMoved(tx: Tx, { residentId }: ResidentCaller, { holderId, permitId }: PermitRow, { credentialId }: IssuedCredential): Promise<void> {
    await this.notifier.notify(tx, movedNotice({ residentId: residentId ?? holderId, permitId, credentialId, at: this.clock.now() }));
  }

  private async record(tx: Tx, caller: ResidentCaller, { holderId, permitId }: PermitRow, { deviceId, takeOver }: IssueBody, { credentialId, expiresAt, issuerKid }: SignedCredential): Promise<void> {
    await queryIn(
      tx,
      `INSERT INTO live_pass_credentials (holder_id, credential_id, permit_id, device_id, expires_at, issuer_kid) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (holder_id, credential_id) DO NOTHING`,
      [holderId, credentialId, permitId, deviceId, new Date(expiresAt), issuerKid],
    );
    const actor = { kind: 'resident', id: caller.residentId ?? holderId } as const;
    await this.audit.record(tx, { chain: `permit:${permitId}`, actor, action: 'live-pass.issued', subject: `permit:${permitId}`, details: { deviceId, credentialId, takeOver: takeOver ?? false } });
  }
}
