import { addDays, type LocalDate } from '@yuezheng/shared-types';
import type { Facts, Registration } from '../facts';

/** Moving house within a city breaks nothing, if the next registration begins within so many days. */
const GAP_DAYS = 30;

/** The last day that a record covers as of today; nothing where it was ended without saying when. */
const coveredUntil = (record: Registration, today: LocalDate): LocalDate | undefined => record.to ?? (record.status === 'active' ? today : undefined);

const isActive = (record: Registration, today: LocalDate): boolean => record.status === 'active' && (!record.to || record.to >= today);

/**
 * The unbroken stretch of registered residence in a city that reaches to today: where it began, and the record that
 * holds now. Records marked 信息错误 do not count. Nothing where no registration is active.
 */
export const currentResidence = (facts: Pick<Facts, 'registrations' | 'today'>, city: string): { from: LocalDate; current: Registration } | undefined => {
  const newestFirst = facts.registrations
    .filter((record) => record.city === city && record.status !== 'wrong-information' && record.from <= facts.today)
    .sort((a, b) => b.from.localeCompare(a.from));
  const current = newestFirst.find((record) => isActive(record, facts.today));
  if (!current) return undefined;
  const from = newestFirst.reduce((earliest, record) => {
    const until = coveredUntil(record, facts.today);
    return record.from < earliest && until !== undefined && addDays(until, GAP_DAYS) >= earliest ? record.from : earliest;
  }, current.from);
  return { from, current };
};
