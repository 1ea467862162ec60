import { Injectable } from '@nestjs/common';
import { maskCitizenId, type VerifiedHolder } from '@yuezheng/shared-types';
import { openAddress } from '../../permits/permit-fields';
import { sexName } from '../../permits/permit-views';
import { FieldCipher } from '../../platform/crypto/field-cipher';
import type { SeenField, VerificationPurpose } from '../purposes';
import type { ScanSubject } from './scan-subject';

/** The holder as a counter may see them under a purpose. */
@Injectable()
export class VerifiedHolders {
  constructor(private readonly cipher: FieldCipher) {}

  view({ permit, holder: open }: ScanSubject, { fields }: VerificationPurpose): VerifiedHolder {
    const holder = open();
    const whole: Readonly<Record<Exclude<SeenField, 'portrait'>, () => string | undefined>> = {
      sex: () => sexName(holder.sex),
      ethnicity: () => holder.ethnicity,
      birthDate: () => holder.birthDate,
      idNumber: () => maskCitizenId(holder.idNumber),
      householdPlace: () => holder.household,
      address: () => openAddress(this.cipher, permit),
    };
    const seen = fields.flatMap((field) => (field === 'portrait' ? [] : [[field, whole[field]()] as const]));
    const known = seen.filter(([, value]) => value !== undefined);
    return { name: holder.name, validUntil: permit.validUntil, showsPortrait: fields.includes('portrait'), ...Object.fromEntries(known) };
  }
}
