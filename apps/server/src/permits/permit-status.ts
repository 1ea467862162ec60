import type { LocalDate, PermitStatus, Tone } from '@yuezheng/shared-types';

/**
 * How a permit stands on a day: past its last day without an endorsement its use is suspended (居住证暂行条例 art. 10);
 * cancelling is for ever. What is stored is only the trace that the daily sweep left.
 */
export const statusOn = (permit: { readonly status: PermitStatus; readonly validUntil: LocalDate }, today: LocalDate): PermitStatus => {
  if (permit.status === 'cancelled') return 'cancelled';
  return permit.validUntil < today ? 'suspended' : 'valid';
};

/** The same in SQL, for a row of `permits` and the day `$n`. */
export const statusOnSql = (row: string, today: string): string =>
  `CASE WHEN ${row}.status = 'cancelled' THEN 'cancelled' WHEN ${row}.valid_until < ${today}::date THEN 'suspended' ELSE 'valid' END`;

export const STATUS_VIEW: Readonly<Record<PermitStatus, { readonly label: string; readonly tone: Tone }>> = {
  valid: { label: '有效', tone: 'ok' },
  suspended: { label: '已中止', tone: 'warning' },
  cancelled: { label: '已注销', tone: 'danger' },
};
