import { Injectable, Optional } from '@nestjs/common';
import { maskCitizenId, maskPhone, type Me } from '@yuezheng/shared-types';
import { Residents } from './residents';
import { UnreadMessages } from './unread-messages';
import { Wards } from './wards';

/** What a person sees of themselves: numbers masked. */
@Injectable()
export class MeView {
  constructor(
    private readonly residents: Residents,
    private readonly wards: Wards,
    @Optional() private readonly unread?: UnreadMessages,
  ) {}

  async of(residentId: string | undefined): Promise<Me> {
    const profile = residentId === undefined ? undefined : await this.residents.find(residentId);
    if (!profile) return { verified: false, wards: [], unreadMessages: 0 };
    return {
      verified: true,
      name: profile.name,
      idNumber: maskCitizenId(profile.idNumber),
      ...(profile.phone && { phone: maskPhone(profile.phone) }),
      documentType: profile.documentType,
      wards: await this.wards.of(profile.holderId),
      unreadMessages: (await this.unread?.count(profile.holderId)) ?? 0,
    };
  }
}
