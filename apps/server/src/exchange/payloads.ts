import { z } from 'zod';
import { isLocalDate } from '@yuezheng/shared-types';

/** ISO local date in Asia/Shanghai. */
const date = z.string().refine(isLocalDate);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const cityCode = z.string().regex(/^\d{6}$/);

export const ExchangeDocumentType = z.enum(['identity-card', 'hk-macao-travel-permit', 'taiwan-travel-permit']);
export type ExchangeDocumentType = z.infer<typeof ExchangeDocumentType>;

const OwnerRelation = z.enum(['self', 'spouse', 'parent', 'child']);

const RelatedPerson = z.object({ idNumber: z.string(), name: z.string(), relation: z.enum(['father', 'mother', 'son', 'daughter']) });

/** `population`: one person of the register. `household` and `ethnicity` are absent for people of Hong Kong, Macao and Taiwan. */
export const RegisteredPerson = z.object({
  documentType: ExchangeDocumentType,
  idNumber: z.string(),
  name: z.string(),
  sex: z.enum(['male', 'female']),
  ethnicity: z.string().optional(),
  birthDate: date,
  household: z.object({ code: z.string(), text: z.string() }).optional(),
  status: z.enum(['normal', 'deceased', 'cancelled']),
  guardianOf: z.array(RelatedPerson),
  guardians: z.array(RelatedPerson),
});
export type RegisteredPerson = z.infer<typeof RegisteredPerson>;

/** `population/photo`: the portrait on record. */
export const StoredPhoto = z.object({ jpegBase64: z.base64(), takenOn: date });
export type StoredPhoto = z.infer<typeof StoredPhoto>;

/** `residence-registration`: where the person was registered as living, newest first. */
export const ResidenceRegistration = z.object({
  city: cityCode,
  district: z.string(),
  address: z.string(),
  from: date,
  to: date.optional(),
  declarer: z.string(),
  status: z.enum(['active', 'ended', 'wrong-information']),
  basis: z.enum(['rented', 'owned', 'relative-owned', 'dormitory']),
  ownerRelation: OwnerRelation.optional(),
});
export type ResidenceRegistration = z.infer<typeof ResidenceRegistration>;

/** `social-insurance`: one entry for each employer. */
export const SocialInsurance = z.object({ city: cityCode, employer: z.string(), months: z.array(month) });
export type SocialInsurance = z.infer<typeof SocialInsurance>;

/** `employment`: labour contracts on file and business licences. */
export const EmploymentRecord = z.object({ city: cityCode, employer: z.string(), kind: z.enum(['labour-contract', 'business-licence']), from: date, to: date.optional() });
export type EmploymentRecord = z.infer<typeof EmploymentRecord>;

/** `schooling`: enrolments. */
export const SchoolingRecord = z.object({ city: cityCode, school: z.string(), stage: z.string(), from: date, to: date.optional(), continuous: z.boolean() });
export type SchoolingRecord = z.infer<typeof SchoolingRecord>;

/** `property`: homes of the person and of direct relatives, and leases on file. */
export const PropertyRecords = z.object({
  homes: z.array(z.object({ city: cityCode, address: z.string(), ownedSince: date, ownerRelation: OwnerRelation })),
  leases: z.array(z.object({ city: cityCode, address: z.string(), from: date, to: date, filingNo: z.string() })),
});
export type PropertyRecords = z.infer<typeof PropertyRecords>;

/** `residence-permit/hk-macao-taiwan`: whether the person holds the other kind of residence permit. */
export const HkMacaoTaiwanHolding = z.object({ holds: z.boolean() });
export type HkMacaoTaiwanHolding = z.infer<typeof HkMacaoTaiwanHolding>;

/** `residence-permit/history`: permits issued at counters before, newest first. */
export const PermitHistoryEntry = z.object({
  number: z.string().optional(),
  city: cityCode,
  district: z.string(),
  address: z.string(),
  issuedOn: date,
  validUntil: date,
  residenceSince: date,
  status: z.enum(['valid', 'suspended', 'cancelled']),
});
export type PermitHistoryEntry = z.infer<typeof PermitHistoryEntry>;
