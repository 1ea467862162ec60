import { addYears, fullYears, type LocalDate } from '@yuezheng/shared-types';
import type { HeldPermit } from '../facts';
import type { Service } from '../service';

/**
 * The end of the year that follows on `validUntil`: the next anniversary of the day from which residence counts, so
 * that a permit of 29 February gets its 29 February back in the next leap year.
 */
const nextFullYear = ({ residenceSince, validUntil }: HeldPermit): LocalDate => {
  const years = fullYears(residenceSince, validUntil);
  return addYears(residenceSince, years) === validUntil ? addYears(residenceSince, years + 1) : addYears(validUntil, 1);
};

/**
 * In time: one year from the day the last one ends. Late: the function is restored, and both the year and the
 * residence years count from the day on which the endorsement was asked for (居住证暂行条例 art. 10). What was asked
 * for in time stays in time, even where the permit was suspended before the office decided.
 */
export const effects: Service['effects'] = (filed, { today, permit }) => {
  if (!permit) return [];
  const late = filed.submittedOn > permit.validUntil;
  return [
    {
      type: 'endorsePermit', permitId: permit.id, endorsedOn: today,
      validUntil: late ? addYears(filed.submittedOn, 1) : nextFullYear(permit),
      residenceSince: late ? filed.submittedOn : permit.residenceSince,
      restored: late || permit.status === 'suspended',
    },
  ];
};
