import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { maskCitizenId, ok, type Result, type Ward as WardView } from '@yuezheng/shared-types';
import { PopulationClient } from '../exchange/population.client';
import { Audit } from '../platform/audit/audit';
import { Clock } from '../platform/clock/clock';
import { Database, queryIn } from '../platform/database/database';
import { Outbox } from '../platform/outbox/outbox';
import { OutboxTask } from '../platform/outbox/outbox-task';
import { toExchangeDocument } from './document-types';
import { Residents } from './residents';
import { LOAD_WARDS_TASK, TAKE_PERMITS_TASK } from './tasks';

const PURPOSE = '实名认证：被监护人';
const REGISTER = { kind: 'system', id: 'exchange' } as const;
const RELATIONS = { father: '父亲', mother: '母亲', son: '儿子', daughter: '女儿' } as const;
const Payload = z.object({ residentId: z.uuid() });

/** Minors in a resident's care, as the register says. */
@Injectable()
export class Wards {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly residents: Residents,
    private readonly population: PopulationClient,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Those of the resident, by birth date. Numbers are masked. */
  async of(residentId: string): Promise<z.infer<typeof WardView>[]> {
    const rows = await this.database.query<{ ward_id: string; relation: string }>('SELECT ward_id, relation FROM wards WHERE holder_id = $1 ORDER BY ward_id', [residentId]);
    const wards = await Promise.all(rows.map(async ({ ward_id, relation }) => ({ relation, profile: await this.residents.find(ward_id) })));
    return wards.flatMap(({ profile, relation }) => (profile ? [{ id: profile.holderId, name: profile.name, idNumber: maskCitizenId(profile.idNumber), relation }] : []));
  }

  @OutboxTask(LOAD_WARDS_TASK)
  async loadLater(payload: unknown): Promise<void> {
    const { residentId } = Payload.parse(payload);
    const loaded = await this.load(residentId);
    if (!loaded.ok) throw new Error(loaded.refusal.code);
    // Now it is known whose permits there may be besides one's own.
    await this.database.inTransaction((tx) => this.outbox.add(tx, TAKE_PERMITS_TASK, { residentId }, { jobKey: `${TAKE_PERMITS_TASK}:${residentId}` }));
  }

  /** Asks the register whose guardian the resident is, and takes those people over. */
  async load(residentId: string): Promise<Result<undefined>> {
    const guardian = await this.residents.find(residentId);
    if (!guardian) return ok(undefined);
    const answer = await this.population.query({ purpose: PURPOSE, idNumber: guardian.idNumber, documentType: toExchangeDocument(guardian.documentType) });
    if (!answer.ok) return answer;
    const wards = answer.value.kind === 'found' ? answer.value.data.guardianOf : [];
    const kept: string[] = [];
    for (const ward of wards) {
      const person = await this.population.query({ purpose: PURPOSE, idNumber: ward.idNumber, name: ward.name });
      if (!person.ok) return person;
      if (person.value.kind !== 'found') continue;
      const { data } = person.value;
      const wardId = await this.database.inTransaction((tx) => this.residents.register(tx, data));
      await this.keep(residentId, wardId, RELATIONS[ward.relation]);
      kept.push(wardId);
    }
    await this.database.inTransaction(async (tx) => {
      await queryIn(tx, 'DELETE FROM wards WHERE holder_id = $1 AND ward_id <> ALL ($2)', [residentId, kept]);
      await this.audit.record(tx, { chain: `resident:${residentId}`, actor: REGISTER, action: 'resident.wards-read', subject: `resident:${residentId}`, purpose: PURPOSE, details: { wards: kept } });
    });
    return ok(undefined);
  }

  private keep(residentId: string, wardId: string, relation: string): Promise<unknown> {
    return this.database.inTransaction((tx) =>
      queryIn(
        tx,
        `INSERT INTO wards (holder_id, ward_id, relation, loaded_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (holder_id, ward_id) DO UPDATE SET relation = excluded.relation, loaded_at = excluded.loaded_at`,
        [residentId, wardId, relation, this.clock.date()],
      ),
    );
  }
}
