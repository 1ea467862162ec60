import type { DocumentType, LocalDate, PermitStatus } from '@yuezheng/shared-types';

/** 居住登记. `wrong-information` (信息错误) never counts towards a permit. */
export interface Registration {
  readonly city: string;
  readonly district: string;
  readonly address: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly status: 'active' | 'ended' | 'wrong-information';
}

/** 社会保险: the months that were paid, as `YYYY-MM`. */
export interface Insurance {
  readonly city: string;
  readonly employer: string;
  readonly months: readonly string[];
}

export interface Employment {
  readonly city: string;
  readonly employer: string;
  readonly kind: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

export interface Schooling {
  readonly city: string;
  readonly school: string;
  readonly stage: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly continuous: boolean;
}

/** A home owned by the person or by a spouse, parent or child (直系亲属). */
export interface OwnedHome {
  readonly city: string;
  readonly address: string;
  readonly ownedSince: LocalDate;
  readonly owner: 'self' | 'spouse' | 'parent' | 'child';
}

/** 房屋租赁登记备案 */
export interface Lease {
  readonly city: string;
  readonly address: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The permit that the person holds in the chosen city. */
export interface HeldPermit {
  readonly id: string;
  readonly city: string;
  readonly district: string;
  readonly address: string;
  readonly validUntil: LocalDate;
  readonly residenceSince: LocalDate;
  readonly status: PermitStatus;
}

/** Everything that the authorities' systems said about one person on one day. Rules read this and nothing else. */
export interface Facts {
  readonly today: LocalDate;
  readonly person: {
    readonly documentType: DocumentType;
    readonly name: string;
    readonly idNumber: string;
    readonly sex: string;
    readonly ethnicity: string;
    readonly birthDate: LocalDate;
    readonly household: { readonly code: string; readonly text: string };
    readonly phone: string;
  };
  readonly registrations: readonly Registration[];
  readonly insurance: readonly Insurance[];
  readonly employment: readonly Employment[];
  readonly schooling: readonly Schooling[];
  readonly ownedHomes: readonly OwnedHome[];
  readonly leases: readonly Lease[];
  readonly permit?: HeldPermit;
  /** The day on which the portrait on record was taken; absent where there is none that meets the rules. */
  readonly photoTakenOn?: LocalDate;
}
