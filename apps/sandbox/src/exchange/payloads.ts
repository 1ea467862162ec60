import { z } from 'zod';
import { isLocalDate } from '../time/local-date';

/** ISO local date in the calendar of Asia/Shanghai, for example 2026-04-13. */
const date = z.string().refine(isLocalDate, 'not a date');
/** ISO month, for example 2026-04. */
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Six-digit code of a prefecture city, GB/T 2260, for example 440100. */
const cityCode = z.string().regex(/^44\d{4}$/);

export const documentTypeSchema = z.enum(['identity-card', 'hk-macao-travel-permit', 'taiwan-travel-permit']);
export type DocumentType = z.infer<typeof documentTypeSchema>;

export const ownerRelationSchema = z.enum(['self', 'spouse', 'parent', 'child']);
export type OwnerRelation = z.infer<typeof ownerRelationSchema>;

const relatedPerson = z.strictObject({
  idNumber: z.string(),
  name: z.string(),
  relation: z.enum(['father', 'mother', 'son', 'daughter']),
});

/** `population`: one person of the register. `household` is absent for people of Hong Kong, Macao and Taiwan. */
export const personSchema = z.strictObject({
  documentType: documentTypeSchema,
  idNumber: z.string(),
  name: z.string(),
  sex: z.enum(['male', 'female']),
  /** For example 汉族. Absent where `household` is. */
  ethnicity: z.string().optional(),
  birthDate: date,
  household: z.strictObject({ code: z.string().regex(/^\d{6}$/), text: z.string() }).optional(),
  status: z.enum(['normal', 'deceased', 'cancelled']),
  /** Minors this person is a guardian of. */
  guardianOf: z.array(relatedPerson),
  /** Who is responsible for this person, when a minor. */
  guardians: z.array(relatedPerson),
});
export type RegisteredPerson = z.infer<typeof personSchema>;

/** `population/photo`: the stored portrait, JPEG, 358 × 441 pixels. */
export const photoSchema = z.strictObject({ jpegBase64: z.base64(), takenOn: date });
export type StoredPhoto = z.infer<typeof photoSchema>;

/** `residence-registration`: where the person was registered as living, newest first. */
export const residenceRegistrationSchema = z.strictObject({
  city: cityCode,
  district: z.string(),
  address: z.string(),
  from: date,
  to: date.optional(),
  declarer: z.enum(['self', 'landlord', 'employer', 'school', 'guardian']),
  status: z.enum(['active', 'ended', 'wrong-information']),
  basis: z.enum(['rented', 'owned', 'relative-owned', 'dormitory']),
  /** Whose home it is, when `basis` is owned or relative-owned. */
  ownerRelation: ownerRelationSchema.optional(),
});
export type ResidenceRegistration = z.infer<typeof residenceRegistrationSchema>;

/** `social-insurance`: one entry for each employer, months in order. */
export const socialInsuranceSchema = z.strictObject({
  city: cityCode,
  employer: z.string(),
  months: z.array(month),
});
export type SocialInsurance = z.infer<typeof socialInsuranceSchema>;

/** `employment`: labour contracts on file and business licences. */
export const employmentSchema = z.strictObject({
  city: cityCode,
  employer: z.string(),
  kind: z.enum(['labour-contract', 'business-licence']),
  from: date,
  to: date.optional(),
});
export type EmploymentRecord = z.infer<typeof employmentSchema>;

/** `schooling`: enrolments. */
export const schoolingSchema = z.strictObject({
  city: cityCode,
  school: z.string(),
  stage: z.enum(['primary', 'junior-middle', 'senior-middle', 'vocational', 'university']),
  from: date,
  to: date.optional(),
  /** Whether attendance was never broken off. */
  continuous: z.boolean(),
});
export type SchoolingRecord = z.infer<typeof schoolingSchema>;

const ownedHomeSchema = z.strictObject({
  city: cityCode,
  address: z.string(),
  ownedSince: date,
  ownerRelation: ownerRelationSchema,
});
export type OwnedHome = z.infer<typeof ownedHomeSchema>;

const leaseFilingSchema = z.strictObject({
  city: cityCode,
  address: z.string(),
  from: date,
  to: date,
  filingNo: z.string(),
});
export type LeaseFiling = z.infer<typeof leaseFilingSchema>;

/** `property`: homes of the person and of direct relatives, and leases on file. */
export const propertySchema = z.strictObject({
  homes: z.array(ownedHomeSchema),
  leases: z.array(leaseFilingSchema),
});
export type Property = z.infer<typeof propertySchema>;

/** `residence-permit/hk-macao-taiwan`: the other kind of residence permit, which is no e-permit. */
export const hkMacaoTaiwanPermitSchema = z.strictObject({
  /** 18 characters: 81, 82 or 83 first, check character by GB 11643. */
  number: z.string(),
  city: cityCode,
  issuedOn: date,
  validUntil: date,
});
export type HkMacaoTaiwanPermit = z.infer<typeof hkMacaoTaiwanPermitSchema>;

export const hkMacaoTaiwanHoldingSchema = z.strictObject({
  holds: z.boolean(),
  permit: hkMacaoTaiwanPermitSchema.optional(),
});
export type HkMacaoTaiwanHolding = z.infer<typeof hkMacaoTaiwanHoldingSchema>;

/** `residence-permit/history`: permits issued at counters before, newest first. */
export const permitHistoryEntrySchema = z.strictObject({
  number: z.string().optional(),
  city: cityCode,
  district: z.string(),
  address: z.string(),
  issuedOn: date,
  /** Last day on which the permit may be used without a new endorsement. */
  validUntil: date,
  /** From when the years of residence count. */
  residenceSince: date,
  status: z.enum(['valid', 'suspended', 'cancelled']),
});
export type PermitHistoryEntry = z.infer<typeof permitHistoryEntrySchema>;
