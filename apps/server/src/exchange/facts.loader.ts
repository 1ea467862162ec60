import { Injectable } from '@nestjs/common';
import type { Facts, HeldPermit } from '@yuezheng/catalogue';
import { ok, type LocalDate, type Result } from '@yuezheng/shared-types';
import type { ResidentProfile } from '../accounts/residents';
import { EmploymentClient } from './employment.client';
import { foundOr, type ExchangeAnswer, type ExchangeQuery } from './exchange-system';
import { districtCodeOf, localAddresses } from './local-address';
import type { PropertyRecords, StoredPhoto } from './payloads';
import { PhotoClient } from './photo.client';
import { PropertyClient } from './property.client';
import { ResidenceRegistrationClient } from './residence-registration.client';
import { SchoolingClient } from './schooling.client';
import { SocialInsuranceClient } from './social-insurance.client';

/** Whom the systems are asked about, and what else is known already. */
export interface FactsRequest {
  readonly person: ResidentProfile;
  /** Where messages go when the person has no phone of their own: the guardian's. */
  readonly phone: string | undefined;
  readonly permit: HeldPermit | undefined;
  readonly today: LocalDate;
  /** Kept by the exchange with the query. */
  readonly purpose: string;
}

type Records = Pick<Facts, 'registrations' | 'insurance' | 'employment' | 'schooling' | 'ownedHomes' | 'leases' | 'photoTakenOn'>;

const NO_RECORDS: Records = { registrations: [], insurance: [], employment: [], schooling: [], ownedHomes: [], leases: [] };
const NO_PROPERTY: PropertyRecords = { homes: [], leases: [] };
const EMPLOYMENT_KINDS = { 'labour-contract': '劳动合同备案', 'business-licence': '营业执照' } as const;
const STAGES: Readonly<Record<string, string>> = { primary: '小学', 'junior-middle': '初中', 'senior-middle': '高中', vocational: '职业院校', university: '高等院校' };
const SEX = { male: '男', female: '女' } as const;

/**
 * Gathers what the authorities' systems say of one person. Every one of them can turn a verdict, or make the person
 * upload what the government already has, so none is guessed: when one does not answer, the whole check waits.
 */
@Injectable()
export class FactsLoader {
  constructor(
    private readonly registrations: ResidenceRegistrationClient,
    private readonly insurance: SocialInsuranceClient,
    private readonly employment: EmploymentClient,
    private readonly schooling: SchoolingClient,
    private readonly property: PropertyClient,
    private readonly photo: PhotoClient,
  ) {}

  /** @returns the facts, or `outside-system-down` */
  async load({ person, phone, permit, today, purpose }: FactsRequest): Promise<Result<Facts>> {
    // People of Hong Kong, Macao and Taiwan are outside the e-permit (row A16): nothing of theirs is asked for.
    const records = person.documentType === 'citizen-id' ? await this.records({ purpose, idNumber: person.idNumber, documentType: 'identity-card' }) : ok(NO_RECORDS);
    if (!records.ok) return records;
    return ok({
      today,
      person: {
        documentType: person.documentType,
        name: person.name,
        idNumber: person.idNumber,
        sex: SEX[person.sex],
        ethnicity: person.ethnicity ?? '',
        birthDate: person.birthDate,
        household: { code: person.householdCode ?? '', text: person.household ?? '' },
        phone: person.phone ?? phone ?? '',
      },
      ...records.value,
      ...(permit && { permit }),
    });
  }

  private async records(query: ExchangeQuery): Promise<Result<Records>> {
    const [registrations, insurance, employment, schooling, property, photo] = await Promise.all([
      this.registrations.query(query),
      this.insurance.query(query),
      this.employment.query(query),
      this.schooling.query(query),
      this.property.query(query),
      this.photo.query(query),
    ]);
    if (!registrations.ok) return registrations;
    if (!insurance.ok) return insurance;
    if (!employment.ok) return employment;
    if (!schooling.ok) return schooling;
    if (!property.ok) return property;
    if (!photo.ok) return photo;
    const registered = foundOr(registrations.value, []);
    const { homes, leases } = foundOr(property.value, NO_PROPERTY);
    const local = localAddresses(registered);
    return ok({
      registrations: registered.map(local).map(({ city, district, address, from, to, status }) => ({ city, district: districtCodeOf(city, district), address, from, to, status })),
      insurance: foundOr(insurance.value, []),
      employment: foundOr(employment.value, []).map((record) => ({ ...record, kind: EMPLOYMENT_KINDS[record.kind] })),
      schooling: foundOr(schooling.value, []).map((record) => ({ ...record, stage: STAGES[record.stage] ?? '在读' })),
      ownedHomes: homes.map(local).map(({ city, address, ownedSince, ownerRelation }) => ({ city, address, ownedSince, owner: ownerRelation })),
      leases: leases.map(local).map(({ city, address, from, to }) => ({ city, address, from, to })),
      ...photoTakenOn(photo.value),
    });
  }
}

const photoTakenOn = (answer: ExchangeAnswer<StoredPhoto>): Pick<Facts, 'photoTakenOn'> => (answer.kind === 'found' ? { photoTakenOn: answer.data.takenOn } : {});
