import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { cityByCode } from '@yuezheng/catalogue';
import type { Division } from '@yuezheng/shared-types';
import { foundOr } from '../exchange/exchange-system';
import { ResidenceRegistrationClient } from '../exchange/residence-registration.client';
import { Audit } from '../platform/audit/audit';
import { toExchangeDocument } from './document-types';
import { Residents } from './residents';

const PURPOSE = '实名认证：所在城市';

/** Somebody waits for the result of the face check meanwhile: longer than this it is not worth it. */
const PATIENCE_MS = 2_000;

/** Where a resident lives, as far as the residence registration says. */
@Injectable()
export class HomeCity {
  constructor(
    private readonly residents: Residents,
    private readonly registrations: ResidenceRegistrationClient,
    private readonly audit: Audit,
  ) {}

  /** The city of the newest registration in force; nothing without one, and while its system does not answer soon: nothing depends on it. The reading is audited. */
  async of(residentId: string): Promise<Division | undefined> {
    const resident = await this.residents.find(residentId);
    if (resident?.documentType !== 'citizen-id') return undefined;
    const asked = this.registrations.query({ purpose: PURPOSE, idNumber: resident.idNumber, documentType: toExchangeDocument(resident.documentType) });
    const answer = await Promise.race([asked, pause(PATIENCE_MS, undefined, { ref: false })]);
    if (!answer?.ok) return undefined;
    const subject = `resident:${residentId}`;
    const actor = { kind: 'resident', id: residentId } as const;
    await this.audit.recordAlone({ chain: subject, actor, action: 'resident.home-city-read', subject, purpose: PURPOSE });
    const [newest] = foundOr(answer.value, []).filter(({ status }) => status === 'active').sort((a, b) => b.from.localeCompare(a.from));
    const city = newest && cityByCode(newest.city);
    return city && { code: city.code, name: city.name };
  }
}
