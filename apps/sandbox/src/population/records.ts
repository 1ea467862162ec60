import type {
  EmploymentRecord,
  HkMacaoTaiwanPermit,
  LeaseFiling,
  OwnedHome,
  PermitHistoryEntry,
  ResidenceRegistration,
  SchoolingRecord,
} from '../exchange/payloads';
import type { LocalMonth } from '../time/local-date';

/** Insurance that goes on by itself as time passes. */
export interface InsurancePlan {
  /** Six-digit code of the city. */
  city: string;
  employer: string;
  from: LocalMonth;
  /** Last month paid; open when the person is still insured. */
  to?: LocalMonth;
  /** Months in between that were not paid. */
  gaps: readonly LocalMonth[];
}

/** Everything the government systems hold about one person. */
export interface PersonRecords {
  registrations: ResidenceRegistration[];
  insurance: InsurancePlan[];
  employment: EmploymentRecord[];
  schooling: SchoolingRecord[];
  homes: OwnedHome[];
  leases: LeaseFiling[];
  permits: PermitHistoryEntry[];
  hkMacaoTaiwanPermit?: HkMacaoTaiwanPermit;
  hasPhoto: boolean;
}

export const noRecords = (): PersonRecords => ({
  registrations: [],
  insurance: [],
  employment: [],
  schooling: [],
  homes: [],
  leases: [],
  permits: [],
  hasPhoto: true,
});
