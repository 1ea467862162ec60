import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@yuezheng/shared-types';
import { Residents } from '../../accounts/residents';
import { ServiceCatalogue, type OfferedService } from '../../catalogue/service-catalogue';
import { FactsLoader } from '../../exchange/facts.loader';
import { EarlierPermits } from '../../permits/earlier-permits';
import { HeldPermitReader } from '../../permits/held-permit.reader';
import { Audit } from '../../platform/audit/audit';
import type { ResidentCaller } from '../../platform/auth/caller';
import { requireVerified } from '../../platform/auth/guards';
import { Clock } from '../../platform/clock/clock';
import { SealedJson } from '../../platform/crypto/sealed-json';
import { Database, queryIn } from '../../platform/database/database';
import { newId } from '../../platform/database/new-id';
import { OutboxTask } from '../../platform/outbox/outbox-task';
import { OpenCases } from '../record/open-cases';
import { OWN_AND_WARDS } from '../record/holders';
import { judge } from './judge';
import { eligibilityView, SNAPSHOT_LIFE_MS, type EligibilityView, type Snapshot } from './snapshot';

/** Who asks, for whom, and what. */
interface Question extends OfferedService {
  readonly applicantId: string;
  readonly holderId: string;
}

/** A stored check, with what it was about. */
export interface StoredCheck {
  readonly holderId: string;
  readonly serviceId: string;
  readonly city: string;
  readonly snapshot: Snapshot;
}

const FIELD = 'eligibility_checks.snapshot';
const FIND = {
  name: 'eligibility-find',
  text: `SELECT holder_id, service_id, city, snapshot FROM eligibility_checks WHERE ${OWN_AND_WARDS} AND check_id = $2 AND applicant_id = $1`,
};

/** 资格校验: asks the authorities' systems, lets the rules judge, and keeps both for a day. */
@Injectable()
export class EligibilityChecks {
  constructor(
    private readonly catalogue: ServiceCatalogue,
    private readonly residents: Residents,
    private readonly earlierPermits: EarlierPermits,
    private readonly heldPermits: HeldPermitReader,
    private readonly facts: FactsLoader,
    private readonly openCases: OpenCases,
    private readonly database: Database,
    private readonly sealed: SealedJson,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Refusals: `real-name-required`, `not-found`, `service-unavailable-in-city`, `case-open`, `outside-system-down`. */
  async check(caller: ResidentCaller, serviceId: string, about: { readonly city: string; readonly wardId?: string }): Promise<Result<EligibilityView>> {
    const applicant = requireVerified(caller);
    if (!applicant.ok) return applicant;
    const offered = this.catalogue.offered(serviceId, about.city);
    if (!offered.ok) return offered;
    const holder = await this.residents.subjectOf(caller, about.wardId);
    if (!holder.ok) return holder;
    const free = await this.openCases.none(holder.value, serviceId, about.city);
    if (!free.ok) return free;
    const snapshot = await this.judgeNow({ ...offered.value, applicantId: applicant.value, holderId: holder.value });
    return snapshot.ok ? ok(eligibilityView(snapshot.value, serviceId, about.city)) : snapshot;
  }

  /** A check that this applicant made, however old. */
  async find(applicantId: string, checkId: string): Promise<StoredCheck | undefined> {
    const [row] = await this.database.prepared<{ holder_id: string; service_id: string; city: string; snapshot: Buffer }>(FIND, [applicantId, checkId]);
    return row && { holderId: row.holder_id, serviceId: row.service_id, city: row.city, snapshot: this.sealed.open<Snapshot>(FIELD, row.holder_id, row.snapshot) };
  }

  @OutboxTask('eligibility.sweep', { cron: '30 19 * * *' })
  async sweep(): Promise<void> {
    await this.database.query('DELETE FROM eligibility_checks WHERE checked_at < $1', [new Date(this.clock.now() - 2 * SNAPSHOT_LIFE_MS)]);
  }

  private async judgeNow(question: Question): Promise<Result<Snapshot>> {
    const { applicantId, holderId, service, city } = question;
    const person = await this.residents.find(holderId);
    if (!person) return refuse('not-found');
    const imported = await this.earlierPermits.import(holderId);
    if (!imported.ok) return imported;
    const today = this.clock.today();
    const guardian = applicantId === holderId ? undefined : await this.residents.find(applicantId);
    const permit = await this.heldPermits.find(holderId, city.code, today);
    const facts = await this.facts.load({ person, phone: guardian?.phone, permit, today, purpose: `资格校验：${service.definition.title}` });
    if (!facts.ok) return facts;
    const outcome = judge(service, city, facts.value, applicantId === holderId);
    const snapshot: Snapshot = { checkId: newId(), checkedAt: this.clock.now(), facts: facts.value, outcome };
    await this.keep(question, snapshot);
    return ok(snapshot);
  }

  private async keep({ applicantId, holderId, service, city }: Question, snapshot: Snapshot): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await queryIn(
        tx,
        'INSERT INTO eligibility_checks (holder_id, check_id, applicant_id, service_id, city, snapshot, checked_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [holderId, snapshot.checkId, applicantId, service.definition.id, city.code, this.sealed.seal(FIELD, holderId, snapshot), new Date(snapshot.checkedAt)],
      );
      await this.audit.record(tx, {
        chain: `resident:${holderId}`, actor: { kind: 'resident', id: applicantId }, action: 'eligibility.checked', subject: `resident:${holderId}`,
        purpose: `资格校验：${service.definition.title}`, details: { service: service.definition.id, city: city.code, verdict: snapshot.outcome.verdict },
      });
    });
  }
}
