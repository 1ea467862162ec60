import { availableResidentActions, dueOn, STATES } from '@yuezheng/case-engine';
import { isWorkingDay } from '@yuezheng/catalogue';
import type { CaseDetail, LocalDate, TimelineEntry } from '@yuezheng/shared-types';
import { cityOf, type CaseRecord } from '../record/case-record';
import { clockToday, headline, supplementTodo } from '../record/case-words';
import { formFacts } from '../record/form-facts';

/** What stands around a case when its applicant reads it. */
interface Reading {
  /** Newest first. */
  readonly timeline: readonly TimelineEntry[];
  readonly residentId: string;
  readonly today: LocalDate;
  /** Whether the permit that came of it is in the wallet; absent where none came of it yet. */
  readonly permitLinked: boolean | undefined;
}

/** A case as its applicant reads it. */
export const caseView = (record: CaseRecord, { timeline, residentId, today, permitLinked }: Reading): CaseDetail => {
  const { file, permitId } = record;
  const { definition, state } = file;
  const city = cityOf(record);
  const todo = state === 'supplement' ? supplementTodo(file) : undefined;
  const clock = clockToday(file, today);
  const outcome = timeline.find((entry) => entry.outcome !== undefined)?.outcome;
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
    headline: headline({ state, dueOn: dueOn(file.clock, today, isWorkingDay), supplement: file.supplement, permitId, permitLinked }),
    submittedAt: record.submittedAt.toISOString(),
    updatedAt: record.updatedAt.toISOString(),
    version: record.version,
    ...(todo && { todo }),
    facts: [{ label: '办理人', value: record.holderName }, ...formFacts(file, city)],
    timeline: [...timeline],
    ...(clock && { clock }),
    ...(state === 'returned' && timeline[0] && { reason: timeline[0].detail }),
    ...(outcome !== undefined && { outcome }),
    ...(permitId && { permitId }),
    ...(permitLinked !== undefined && { permitLinked }),
    actions: availableResidentActions(file, { kind: 'resident', id: residentId }),
  };
};
