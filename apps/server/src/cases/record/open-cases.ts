import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@yuezheng/shared-types';
import { Database } from '../../platform/database/database';

/** A case by its two names. */
export interface CaseReference {
  readonly caseId: string;
  readonly number: string;
}

// An approval whose effects are still on their way has not changed the permit yet: until then it counts as open.
const FIND = {
  name: 'cases-find-open',
  text: `SELECT c.case_id, c.number FROM cases c
         WHERE c.holder_id = $1 AND c.service_id = $2 AND c.city = $3
           AND (c.state IN ('submitted', 'in-review', 'supplement')
             OR EXISTS (SELECT 1 FROM case_effects e WHERE e.holder_id = c.holder_id AND e.case_id = c.case_id AND e.applied_at IS NULL))
         LIMIT 1`,
};

/** One open case of a kind: a person cannot apply twice for the same thing in the same city. */
@Injectable()
export class OpenCases {
  constructor(private readonly database: Database) {}

  /** Nothing, or `case-open` with the case as `current`. */
  async none(holderId: string, serviceId: string, city: string): Promise<Result<undefined>> {
    const [row] = await this.database.prepared<{ case_id: string; number: string }>(FIND, [holderId, serviceId, city]);
    return row ? refuse('case-open', { current: { caseId: row.case_id, number: row.number } satisfies CaseReference }) : ok(undefined);
  }
}
