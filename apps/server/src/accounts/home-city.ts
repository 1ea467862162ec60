import { Injectable } from '@nestjs/common';
import { cityByCode } from '@yuezheng/catalogue';
import type { Division } from '@yuezheng/shared-types';
import { foundOr } from '../exchange/exchange-system';
import { ResidenceRegistrationClient } from '../exchange/residence-registration.client';
import { toExchangeDocument } from './document-types';
import { Residents } from './residents';

/** Where a resident lives, as far as the residence registration says. */
@Injectable()
export class HomeCity {
  constructor(
    private readonly residents: Residents,
    private readonly registrations: ResidenceRegistrationClient,
  ) {}

  /** The city of the newest registration in force; nothing without one, and while its system does not answer: nothing depends on it. */
  async of(residentId: string): Promise<Division | undefined> {
    const resident = await this.residents.find(residentId);
    if (resident?.documentType !== 'citizen-id') return undefined;
    const answer = await this.registrations.query({ purpose: '实名认证：所在城市', idNumber: resident.idNumber, documentType: toExchangeDocument(resident.documentType) });
    if (!answer.ok) return undefined;
    const [newest] = foundOr(answer.value, []).filter(({ status }) => status === 'active').sort((a, b) => b.from.localeCompare(a.from));
    const city = newest && cityByCode(newest.city);
    return city && { code: city.code, name: city.name };
  }
}
