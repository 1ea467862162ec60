import type { PermitCard } from '@yuezheng/shared-types';
import { Official } from './official';
import type { TestPerson } from './outside';
import { APPLY, Resident } from './resident';
import { until } from './until';
import type { World } from './world';

/** Somebody who has applied, was approved, and has the permit in the wallet. */
export interface Holder {
  readonly person: TestPerson;
  readonly permitId: string;
  readonly validUntil: string;
}

/** Goes the whole way for a resident whom data exempt from papers, without a screen. */
export async function makeHolder(world: World, person: TestPerson): Promise<Holder> {
  const resident = await Resident.verified(world, person);
  const { caseId } = await resident.submitted(APPLY);
  await (await Official.of(world)).approve(caseId);
  const permit = await until('the approval to issue a permit', async () => {
    const { permits } = await resident.api.done<{ permits: PermitCard[] }>('GET', '/permits/linkable', { token: resident.token });
    return permits[0];
  });
  await resident.api.done('POST', `/permits/${permit.id}/link`, { token: resident.token, body: { via: 'digital-space' } });
  return { person, permitId: permit.id, validUntil: permit.validUntil };
}
