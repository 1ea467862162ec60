import { addYears, type LocalDate, type PermitCard } from '@yuezheng/shared-types';
import { IssuePermitHandler } from '../src/effects/issue-permit.handler';
import { sha256 } from '../src/platform/crypto/keyed-hash';
import { newId } from '../src/platform/database/new-id';
import type { TestApp } from './app';
import { logInVerified, type LoggedIn, type TestPerson } from './people';

export interface Holder extends LoggedIn {
  readonly holderId: string;
  readonly permitId: string;
}

export async function holderIdOf(app: TestApp, token: string): Promise<string> {
  const [row] = await app.database.query<{ resident_id: string }>('SELECT a.resident_id FROM resident_sessions s JOIN accounts a USING (account_id) WHERE s.token_hash = $1', [sha256(token)]);
  if (!row) throw new Error('nobody is logged in');
  return row.resident_id;
}

/** Issues a permit as the approval of a case would. */
export async function issuePermit(app: TestApp, holderId: string, validUntil?: LocalDate, caseId: string = newId()): Promise<string> {
  const today = app.clock.today();
  const { permitId } = await app.database.inTransaction((tx) =>
    app.get(IssuePermitHandler).apply(
      tx,
      {
        type: 'issuePermit', permitType: 'residence-permit', city: '440100', address: { district: '440106', detail: '体育西路 103 号 A 座 1204 房' },
        issuedOn: today, validUntil: validUntil ?? addYears(today, 1), residenceSince: today,
      },
      { holderId, caseId, applicantId: holderId },
    ),
  );
  if (!permitId) throw new Error('no permit was issued');
  return permitId;
}

/** Somebody who is logged in and has a permit of Guangzhou in the wallet. */
export async function holderOf(app: TestApp, person: TestPerson, validUntil?: LocalDate): Promise<Holder> {
  const loggedIn = await logInVerified(app, person);
  const holderId = await holderIdOf(app, loggedIn.token);
  const permitId = await issuePermit(app, holderId, validUntil);
  const linked = await app.call('POST', `/permits/${permitId}/link`, { token: loggedIn.token, body: { via: 'wallet' } });
  expect(linked.status).toBe(200);
  return { ...loggedIn, holderId, permitId };
}

export const linkableOf = async (app: TestApp, token: string): Promise<PermitCard[]> => {
  const answer = await app.call<{ permits: PermitCard[] }>('GET', '/permits/linkable', { token });
  expect(answer.status).toBe(200);
  return answer.body.permits;
};
