import { Injectable } from '@nestjs/common';
import { maskCitizenId, type VerifiedHolder } from '@yuezheng/shared-types';
import { Residents } from '../../accounts/residents';
import { openAddress } from '../../permits/permit-fields';
import { PermitPhotos } from '../../permits/permit-photos';
import type { PermitRow } from '../../permits/permit-row';
import { sexName } from '../../permits/permit-views';
import { FieldCipher } from '../../platform/crypto/field-cipher';
import type { SeenField, VerificationPurpose } from '../purposes';

/** The holder as a counter may see them under a purpose. */
@Injectable()
export class VerifiedHolders {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly residents: Residents,
    private readonly photos: PermitPhotos,
  ) {}

  async view(permit: PermitRow, { fields }: VerificationPurpose): Promise<VerifiedHolder> {
    const [holder, photo] = await Promise.all([this.residents.find(permit.holderId), fields.includes('portrait') ? this.photos.of(permit) : undefined]);
    if (!holder) throw new Error('a permit has no holder');
    const whole: Readonly<Record<SeenField, string | undefined>> = {
      portrait: photo && `data:image/jpeg;base64,${photo.toString('base64')}`,
      sex: sexName(holder.sex),
      ethnicity: holder.ethnicity,
      birthDate: holder.birthDate,
      idNumber: maskCitizenId(holder.idNumber),
      householdPlace: holder.household,
      address: openAddress(this.cipher, permit),
    };
    const seen = fields.flatMap((field) => (whole[field] === undefined ? [] : [[field, whole[field]] as const]));
    return { name: holder.name, validUntil: permit.validUntil, ...Object.fromEntries(seen) };
  }
}
