import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@yuezheng/shared-types';
import { z } from 'zod';
import { toExchangeDocument } from '../accounts/document-types';
import { Residents, type ResidentProfile } from '../accounts/residents';
import { TAKE_PERMITS_TASK } from '../accounts/tasks';
import { foundOr } from '../exchange/exchange-system';
import type { PermitHistoryEntry } from '../exchange/payloads';
import { districtCodeOf } from '../exchange/local-address';
import { PermitHistoryClient } from '../exchange/permit-history.client';
import { Audit } from '../platform/audit/audit';
import { KeyedHash } from '../platform/crypto/keyed-hash';
import { Database } from '../platform/database/database';
import { Outbox } from '../platform/outbox/outbox';
import { OutboxTask } from '../platform/outbox/outbox-task';
import { Holders } from './holders';
import { PermitStore } from './permit-store';
import { KEEP_PHOTO_TASK } from './permit-photos';

const Payload = z.object({ residentId: z.uuid() });
const PURPOSE = '查询历史居住证';
const EXCHANGE = { kind: 'system', id: 'exchange' } as const;

/** Permits that were issued at counters before: taken over from the authority's data, each once. */
@Injectable()
export class EarlierPermits {
  constructor(
    private readonly database: Database,
    private readonly residents: Residents,
    private readonly history: PermitHistoryClient,
    private readonly holders: Holders,
    private readonly store: PermitStore,
    private readonly keyedHash: KeyedHash,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Harmless however often it runs; what the authority changed since comes over too. `outside-system-down` when it does not answer. */
  async import(holderId: string): Promise<Result<undefined>> {
    const holder = await this.residents.find(holderId);
    if (!holder) return ok(undefined);
    const answer = await this.history.query({ purpose: PURPOSE, idNumber: holder.idNumber, documentType: toExchangeDocument(holder.documentType) });
    if (!answer.ok) return answer;
    await this.audit.recordAlone({ chain: `resident:${holderId}`, actor: EXCHANGE, action: 'resident.permits-read', subject: `resident:${holderId}`, purpose: PURPOSE });
    for (const entry of foundOr(answer.value, [])) await this.take(holder, entry);
    return ok(undefined);
  }

  /** Whoever has just proven their name finds on the first page what the authority knows already. */
  @OutboxTask(TAKE_PERMITS_TASK)
  async importLater(payload: unknown): Promise<void> {
    for (const holderId of await this.holders.of(Payload.parse(payload).residentId)) {
      const imported = await this.import(holderId);
      if (!imported.ok) throw new Error(imported.refusal.code);
    }
  }

  private take({ holderId }: ResidentProfile, entry: PermitHistoryEntry): Promise<void> {
    const { city, address, issuedOn, validUntil, residenceSince, status } = entry;
    const source = `earlier:${this.keyedHash.of('permit-source', entry.number ?? `${city}/${issuedOn}`).toString('hex')}`;
    return this.database.inTransaction(async (tx) => {
      const permit = { source, city, district: districtCodeOf(city, entry.district), address, issuedOn, validUntil, residenceSince, status };
      const { permitId, isNew } = await this.store.keep(tx, holderId, permit);
      if (!isNew) return;
      await this.audit.record(tx, { chain: `permit:${permitId}`, actor: EXCHANGE, action: 'permit.imported', subject: `permit:${permitId}`, purpose: PURPOSE });
      await this.outbox.add(tx, KEEP_PHOTO_TASK, { holderId, permitId }, { jobKey: `${KEEP_PHOTO_TASK}:${permitId}` });
    });
  }
}
