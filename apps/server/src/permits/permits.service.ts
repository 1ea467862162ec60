import { Injectable } from '@nestjs/common';
import { ok, refuse, type listPermits, type listPermitVerifications, type PermitCard, type PermitFace, type Result, type RouteOutput } from '@yuezheng/shared-types';
import { Residents } from '../accounts/residents';
import { requireVerified } from '../platform/auth/guards';
import type { ResidentCaller } from '../platform/auth/caller';
import { Audit } from '../platform/audit/audit';
import { Clock } from '../platform/clock/clock';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { Database, queryIn } from '../platform/database/database';
import type { Binary } from '../platform/http/endpoint';
import { EarlierPermits } from './earlier-permits';
import { Holders } from './holders';
import { openAddress } from './permit-fields';
import { PermitPhotos } from './permit-photos';
import type { PermitRow } from './permit-row';
import { PermitStore } from './permit-store';
import { cardOf, faceOf } from './permit-views';
import { VerificationHistory } from './verification-history';

type Verifications = RouteOutput<typeof listPermitVerifications>;

/** A resident's wallet: their own permits and those kept for people in their care. */
@Injectable()
export class Permits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly residents: Residents,
    private readonly holders: Holders,
    private readonly store: PermitStore,
    private readonly photos: PermitPhotos,
    private readonly earlier: EarlierPermits,
    private readonly history: VerificationHistory,
  ) {}

  async list(caller: ResidentCaller): Promise<RouteOutput<typeof listPermits>> {
    const { residentId } = caller;
    if (residentId === undefined) return { permits: [] };
    const holderIds = await this.holders.of(residentId);
    const rows = (await this.store.of(holderIds)).filter((row) => row.linkedAt !== null);
    const lastVerification = await this.history.last(rows);
    return { permits: await this.cards(rows, residentId), ...(lastVerification && { lastVerification }) };
  }

  /** The permits of the caller, or `not-found`: somebody else's permit does not exist for them. */
  async find(caller: ResidentCaller, permitId: string): Promise<Result<PermitRow>> {
    const row = caller.residentId === undefined ? undefined : await this.store.find(await this.holders.of(caller.residentId), permitId);
    return row ? ok(row) : refuse('not-found');
  }

  async face(caller: ResidentCaller, permitId: string): Promise<Result<PermitFace>> {
    const found = await this.find(caller, permitId);
    return found.ok ? this.faceOf(found.value, caller) : found;
  }

  /** The whole number; who looked is audited. */
  async reveal(caller: ResidentCaller, permitId: string): Promise<Result<{ idNumber: string }>> {
    const found = await this.find(caller, permitId);
    if (!found.ok) return found;
    const holder = await this.residents.find(found.value.holderId);
    if (!holder || caller.residentId === undefined) return refuse('not-found');
    const actor = { kind: 'resident', id: caller.residentId } as const;
    await this.audit.recordAlone({ chain: `permit:${permitId}`, actor, action: 'permit.id-number-read', subject: `permit:${permitId}`, purpose: '本人查看完整号码' });
    return ok({ idNumber: holder.idNumber });
  }

  async photo(caller: ResidentCaller, permitId: string): Promise<Result<Binary>> {
    const found = await this.find(caller, permitId);
    if (!found.ok) return found;
    const bytes = await this.photos.of(found.value);
    return bytes ? ok({ bytes, mime: 'image/jpeg', cacheControl: 'private, max-age=600' }) : refuse('not-found');
  }

  /** Not in the wallet yet. When the authority's data are out of reach, what was issued here is shown all the same. */
  async linkable(caller: ResidentCaller): Promise<Result<{ permits: PermitCard[] }>> {
    const self = requireVerified(caller);
    if (!self.ok) return self;
    const holderIds = await this.holders.of(self.value);
    const imports = await Promise.all(holderIds.map((holderId) => this.earlier.import(holderId)));
    const rows = (await this.store.of(holderIds)).filter((row) => row.linkedAt === null && row.status !== 'cancelled');
    const down = imports.find((imported) => !imported.ok);
    if (down && !down.ok && rows.length === 0) return down;
    return ok({ permits: await this.cards(rows, self.value) });
  }

  async link(caller: ResidentCaller, permitId: string, via: 'digital-space' | 'wallet'): Promise<Result<PermitFace>> {
    const found = await this.find(caller, permitId);
    if (!found.ok) return found;
    const { holderId } = found.value;
    const linked = await this.database.inTransaction(async (tx): Promise<Result<undefined>> => {
      const rows = await queryIn(
        tx,
        `UPDATE permits SET linked_at = $3, linked_via = $4 WHERE holder_id = $1 AND permit_id = $2 AND linked_at IS NULL RETURNING 1`,
        [holderId, permitId, this.clock.date(), via],
      );
      if (rows.length === 0) return refuse('permit-already-linked');
      const actor = { kind: 'resident', id: caller.residentId ?? holderId } as const;
      await this.audit.record(tx, { chain: `permit:${permitId}`, actor, action: 'permit.linked', subject: `permit:${permitId}`, details: { via } });
      return ok(undefined);
    });
    return linked.ok ? this.face(caller, permitId) : linked;
  }

  async verifications(caller: ResidentCaller, permitId: string, cursor: string | undefined): Promise<Result<Verifications>> {
    const found = await this.find(caller, permitId);
    return found.ok ? this.history.of(found.value, cursor) : found;
  }

  async cards(rows: readonly PermitRow[], viewerId: string): Promise<PermitCard[]> {
    const profiles = new Map(await Promise.all([...new Set(rows.map((row) => row.holderId))].map(async (id) => [id, await this.residents.find(id)] as const)));
    return rows.flatMap((row) => {
      const holder = profiles.get(row.holderId);
      return holder ? [cardOf(row, holder, viewerId, this.clock.today())] : [];
    });
  }

  private async faceOf(row: PermitRow, caller: ResidentCaller): Promise<Result<PermitFace>> {
    const holder = await this.residents.find(row.holderId);
    if (!holder || caller.residentId === undefined) return refuse('not-found');
    return ok(faceOf(row, holder, openAddress(this.cipher, row), caller.residentId, this.clock.today()));
  }
}
