import { availableResidentActions, dueOn, STATES } from '@yuezheng/case-engine';
import { isWorkingDay } from '@yuezheng/catalogue';
import type { CaseDetail, LocalDate, TimelineEntry } from '@yuezheng/shared-types';
import { cityOf, type CaseRecord } from '../record/case-record';
import { clockToday, headline, supplementTodo } from '../record/case-words';
import { formFacts } from '../record/form-facts';

/** A case as its applicant reads it. `timeline` is newest first. */
export const caseView = (record: CaseRecord, timeline: readonly TimelineEntry[], residentId: string, today: LocalDate): CaseDetail => {
  const { file, permitId } = record;
  const { definition, state } = file;
  const city = cityOf(record);
  const todo = state === 'supplement' ? supplementTodo(file) : undefined;
  const clock = clockToday(file, today);
  return {
    id: record.caseId,
    number: record.number,
    serviceId: definition.id,
    serviceTitle: definition.title,
    city: city.code,
    cityName: city.name,
    forName: record.holderName,
    state,
    stateLabel: STATES[state].label,
    tone: STATES[state].tone,
    headline: headline({ state, dueOn: dueOn(file.clock, today, isWorkingDay), supplement: file.supplement, permitId }),
    submittedAt: record.submittedAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
    version: record.version,
    ...(todo && { todo }),
    facts: [{ label: '办理人', value: record.holderName }, ...formFacts(file, city)],
    timeline: [...timeline],
    ...(clock && { clock }),
    ...(state === 'returned' && timeline[0] && { reason: timeline[0].detail }),
    ...(permitId && { permitId }),
    actions: availableResidentActions(file, { kind: 'resident', id: residentId }),
  };
};
