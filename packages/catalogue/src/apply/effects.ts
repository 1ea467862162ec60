import { addYears } from '@yuezheng/shared-types';
import type { Service } from '../service';

/** On approval: the e-permit, valid for a year until its first endorsement; residence years count from its issue. */
export const effects: Service['effects'] = (filed, { today }) => {
  const { address, photo } = filed.values;
  if (typeof address !== 'object') return [];
  return [
    {
      type: 'issuePermit', permitType: 'residence-permit', city: filed.city, address,
      issuedOn: today, validUntil: addYears(today, 1), residenceSince: today,
      ...(typeof photo === 'string' && photo !== '' ? { photoFileId: photo } : {}),
    },
  ];
};
