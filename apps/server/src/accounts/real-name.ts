import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ok, refuse, startRealName, type Result, type RouteInput, type RouteOutput } from '@yuezheng/shared-types';
import { PopulationClient } from '../exchange/population.client';
import { RegisteredPerson } from '../exchange/payloads';
import { Audit } from '../platform/audit/audit';
import type { ResidentCaller } from '../platform/auth/caller';
import { Clock } from '../platform/clock/clock';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { Database, queryIn, type Tx } from '../platform/database/database';
import { newId } from '../platform/database/new-id';
import { Outbox } from '../platform/outbox/outbox';
import { FaceCheckClient, type FaceSubject } from '../wechat/face-check.client';
import { MiniProgramClient } from '../wechat/mini-program.client';
import { Accounts } from './accounts';
import { checkedNumber, toExchangeDocument } from './document-types';
import { RealNameVerificationEntity } from './entities/real-name-verification.entity';
import { Residents } from './residents';
import { LOAD_WARDS_TASK, TAKE_PERMITS_TASK } from './tasks';
import { Wards } from './wards';

type Claim = RouteInput<typeof startRealName>['body'];
type Started = RouteOutput<typeof startRealName>;

const ANOTHER_ACCOUNT = 'SELECT 1 FROM accounts WHERE resident_id = $1 AND account_id <> $2';
const LIFETIME_MS = 3_600_000;
const Identity = z.object({ person: RegisteredPerson, phone: z.string().optional(), phoneProven: z.boolean() });
type Identity = z.infer<typeof Identity>;

const NEEDS_WECHAT = '浏览器登录不能进行人脸核验，请在微信小程序中完成实名认证。';
const OTHER_PERSON = '此账号已完成他人的实名认证，更换身份请到窗口办理。';
const fieldRefusal = (path: string, message: string) => refuse('field-invalid', { fields: [{ path, code: 'custom', message }] });

/**
 * Real-name verification in two halves. A mainland identity card goes through WeChat's face check, whose result the server
 * asks for itself; for people of Hong Kong, Macao and Taiwan, whom the face check does not know, the register decides.
 */
@Injectable()
export class RealName {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly accounts: Accounts,
    private readonly residents: Residents,
    private readonly wards: Wards,
    private readonly population: PopulationClient,
    private readonly miniProgram: MiniProgramClient,
    private readonly faceCheck: FaceCheckClient,
  ) {}

  async start(caller: ResidentCaller, claim: Claim): Promise<Result<Started>> {
    const number = checkedNumber(claim.documentType, claim.idNumber, this.clock.today());
    if (!number.ok) return number;
    const openid = await this.accounts.openidOf(caller.accountId);
    if (claim.documentType === 'citizen-id' && !openid) return fieldRefusal('documentType', NEEDS_WECHAT);
    const free = await this.isFree(caller, claim, number.value);
    if (!free.ok) return free;
    const person = await this.registered(claim, number.value);
    if (!person.ok) return person;
    const phone = await this.phoneOf(claim);
    if (!phone.ok) return phone;
    const identity = { person: person.value, phone: phone.value, phoneProven: claim.phoneCode !== undefined };
    return this.keep(caller.accountId, claim, identity, openid);
  }

  /** @returns the resident's id once the identity is proven */
  async finish(caller: ResidentCaller, verificationId: string): Promise<Result<string>> {
    const { accountId } = caller;
    const verification = await this.database.dataSource.getRepository(RealNameVerificationEntity).findOneBy({ accountId, verificationId });
    if (!verification || verification.expiresAt.getTime() <= this.clock.now()) return refuse('not-found');
    const identity = Identity.parse(JSON.parse(this.cipher.open(contextOf(accountId), verification.identity)));
    const openid = await this.accounts.openidOf(accountId);
    const proven = await this.faceProven(verification, identity, openid);
    if (!proven.ok) return proven;
    const linked = await this.database.inTransaction((tx) => this.link(tx, accountId, identity));
    // The job that was added with the link does it later when the register does not answer now.
    if (linked.ok) await this.wards.load(linked.value);
    return linked;
  }

  private async isFree(caller: ResidentCaller, claim: Claim, number: string): Promise<Result<undefined>> {
    const holderId = await this.residents.holderOf(claim.documentType, number);
    if (caller.residentId !== undefined && holderId !== caller.residentId) return fieldRefusal('idNumber', OTHER_PERSON);
    if (!holderId) return ok(undefined);
    const [other] = await this.database.query(ANOTHER_ACCOUNT, [holderId, caller.accountId]);
    return other ? refuse('real-name-taken') : ok(undefined);
  }

  private async registered(claim: Claim, idNumber: string): Promise<Result<RegisteredPerson>> {
    const documentType = toExchangeDocument(claim.documentType);
    const answer = await this.population.query({ purpose: '实名认证', documentType, idNumber, name: claim.name });
    if (!answer.ok) return answer;
    if (answer.value.kind !== 'found' || answer.value.data.status !== 'normal') return refuse('real-name-mismatch');
    return ok(answer.value.data);
  }

  private async phoneOf(claim: Claim): Promise<Result<string | undefined>> {
    return claim.phoneCode === undefined ? ok(claim.phone) : this.miniProgram.phoneOf(claim.phoneCode);
  }

  private async keep(accountId: string, claim: Claim, identity: Identity, openid: string | undefined): Promise<Result<Started>> {
    const verificationId = newId();
    const faceRequest = verificationId.replaceAll('-', '');
    let faceVerifyId: string | undefined;
    if (claim.documentType === 'citizen-id' && openid) {
      const started = await this.faceCheck.start(faceRequest, subjectOf(identity, openid));
      if (!started.ok) return started;
      faceVerifyId = started.value;
    }
    await this.database.dataSource.getRepository(RealNameVerificationEntity).insert({
      accountId,
      verificationId,
      documentType: claim.documentType,
      identity: this.cipher.seal(contextOf(accountId), JSON.stringify(identity)),
      faceVerifyId: faceVerifyId ?? null,
      faceRequest: faceVerifyId ? faceRequest : null,
      expiresAt: new Date(this.clock.now() + LIFETIME_MS),
    });
    return ok({ verificationId, ...(faceVerifyId && { faceVerifyId }) });
  }

  private async faceProven(verification: RealNameVerificationEntity, identity: Identity, openid: string | undefined): Promise<Result<undefined>> {
    const { documentType, faceRequest, faceVerifyId } = verification;
    if (documentType !== 'citizen-id') return ok(undefined);
    if (!faceRequest || !faceVerifyId || !openid) return refuse('face-check-failed');
    const verdict = await this.faceCheck.verdict(faceRequest, faceVerifyId, subjectOf(identity, openid));
    if (!verdict.ok) return verdict;
    if (verdict.value === 'passed') return ok(undefined);
    return refuse(verdict.value === 'pending' ? 'face-check-pending' : 'face-check-failed');
  }

  /** Whoever comes second finds the first one's account: `register` holds the number until the transaction ends. */
  private async link(tx: Tx, accountId: string, { person, phone, phoneProven }: Identity): Promise<Result<string>> {
    const residentId = await this.residents.register(tx, person, phone);
    const [other] = await queryIn(tx, ANOTHER_ACCOUNT, [residentId, accountId]);
    if (other) return refuse('real-name-taken');
    const linked = await queryIn(tx, 'UPDATE accounts SET resident_id = $2 WHERE account_id = $1 AND (resident_id IS NULL OR resident_id = $2) RETURNING account_id', [accountId, residentId]);
    if (linked.length === 0) return refuse('real-name-taken');
    if (phone && phoneProven) await this.accounts.bindPhone(tx, accountId, phone);
    await this.audit.record(tx, { chain: `resident:${residentId}`, actor: { kind: 'resident', id: residentId }, action: 'resident.verified', subject: `resident:${residentId}`, details: { accountId } });
    await this.outbox.add(tx, LOAD_WARDS_TASK, { residentId }, { jobKey: `${LOAD_WARDS_TASK}:${residentId}` });
    await this.outbox.add(tx, TAKE_PERMITS_TASK, { residentId }, { jobKey: `${TAKE_PERMITS_TASK}:${residentId}` });
    return ok(residentId);
  }
}

const contextOf = (accountId: string) => ({ field: 'real_name_verifications.identity', owner: accountId });
const subjectOf = ({ person }: Identity, openid: string): FaceSubject => ({ openid, name: person.name, idNumber: person.idNumber });
