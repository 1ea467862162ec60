import { Injectable, Logger } from '@nestjs/common';
import type { LocalDate } from '@yuezheng/shared-types';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/database/new-id';
import { DailyTask } from '../../reminders/daily-task';
import { CaseStore } from '../record/case.store';
import { SYSTEM } from './case-actor';
import { CaseProcess } from './case-process';

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Returns cases whose papers did not come in time, so that the person can apply anew. */
@Injectable()
export class OverdueSupplements {
  private readonly log = new Logger('cases');

  constructor(
    private readonly database: Database,
    private readonly store: CaseStore,
    private readonly process: CaseProcess,
  ) {}

  /** May run again for the same day: a case that was returned, or supplied meanwhile, is left as it is. */
  @DailyTask('cases.lapse-supplements')
  async lapse(today: LocalDate): Promise<void> {
    let lapsed = 0;
    let batch = await this.store.overdueSupplements(today, BEFORE_ALL);
    while (batch.length > 0) {
      for (const caseId of batch) lapsed += (await this.lapseOne(caseId)) ? 1 : 0;
      batch = await this.store.overdueSupplements(today, batch.at(-1) ?? BEFORE_ALL);
    }
    if (lapsed > 0) this.log.log(`${lapsed} cases lapsed for want of papers`);
  }

  private async lapseOne(caseId: string): Promise<boolean> {
    const answer = await this.database.inTransaction(async (tx) => {
      const record = await this.store.lock(tx, caseId);
      return record && this.process.take(tx, record, { action: { type: 'lapse' }, actor: SYSTEM, transactionId: newId() });
    });
    return answer?.ok === true;
  }
}
