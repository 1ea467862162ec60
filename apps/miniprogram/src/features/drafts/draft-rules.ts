import { fieldIssues, holds, materialIssues, visibleMaterials, visibleSections, type ConditionContext, type SubmissionContext } from '@yuezheng/case-engine';
import type { City, Draft, DraftStep, FieldIssue, LocalDate } from '@yuezheng/shared-types';
import { isExempt } from '../eligibility/exempt';
import type { DraftForm } from './draft-form';

type DraftCore = Pick<Draft, 'definition' | 'eligibility' | 'city' | 'photoOnRecord'>;

export const conditionsOf = ({ eligibility }: DraftCore, form: DraftForm): ConditionContext => ({
  values: form.values,
  situation: form.situation,
  exempt: isExempt(eligibility, form.situation),
});

/** The circumstances of the check, the same that the server looks at. `city` is absent until the list of cities is there. */
export const contextOf = (draft: DraftCore, form: DraftForm, today: LocalDate, city?: City): SubmissionContext => ({
  today,
  city: draft.city,
  cityName: city?.name ?? '所选城市',
  ...(city && { districts: city.districts.map(({ code }) => code) }),
  exempt: isExempt(draft.eligibility, form.situation),
  photoOnRecord: draft.photoOnRecord,
  ...(draft.eligibility.situations.length > 0 && { situations: draft.eligibility.situations.map(({ id }) => id) }),
});

const asksForMaterials = (draft: DraftCore, form: DraftForm): boolean => visibleMaterials(draft.definition, conditionsOf(draft, form)).length > 0;

const asksForFields = (draft: DraftCore, form: DraftForm): boolean =>
  visibleSections(draft.definition, conditionsOf(draft, form)).some(({ fields }) => fields.some(({ type }) => type !== 'known'));

/** Whether one confirmation is all that is left: data have confirmed everything, and no official has to judge. */
export const onlyConfirms = (draft: DraftCore, form: DraftForm): boolean =>
  draft.definition.decidedAutomatically !== undefined &&
  holds(draft.definition.decidedAutomatically, conditionsOf(draft, form)) &&
  !asksForFields(draft, form) &&
  !asksForMaterials(draft, form);

/** The pages that this person goes through, in order. */
export function stepsOf(draft: DraftCore, form: DraftForm): DraftStep[] {
  if (onlyConfirms(draft, form)) return ['confirm'];
  return [
    ...(draft.eligibility.situations.length > 1 ? (['situation'] as const) : []),
    'form',
    ...(asksForMaterials(draft, form) ? (['materials'] as const) : []),
    'confirm',
  ];
}

/** The pages as they are shown over a form: by name, and whether there may be more between them. */
export interface StepPlan {
  readonly steps: readonly DraftStep[];
  /** Another answer on this page may bring further pages: they are not counted yet. */
  readonly open: boolean;
}

/** While a situation is being chosen, the pages that every choice leads through. */
export function stepPlan(draft: DraftCore, form: DraftForm, step: DraftStep): StepPlan {
  if (step !== 'situation') return { steps: stepsOf(draft, form), open: false };
  const ways = draft.eligibility.situations.map(({ id }) => stepsOf(draft, { ...form, situation: id }));
  const [first = []] = ways;
  return { steps: first.filter((one) => ways.every((way) => way.includes(one))), open: new Set(ways.map((way) => way.join())).size > 1 };
}

/** The page on which a draft goes on: where the person was, or the first one that is there. */
export const stepToOpen = (steps: readonly DraftStep[], wanted: DraftStep): DraftStep => (steps.includes(wanted) ? wanted : (steps[0] ?? 'confirm'));

/** What has to be put right on one page. */
export function issuesOf(draft: DraftCore, form: DraftForm, step: DraftStep, context: SubmissionContext): FieldIssue[] {
  switch (step) {
    case 'situation':
      return form.situation === undefined ? [{ path: 'situation', code: 'field-required', message: '请选择符合您的情形。' }] : [];
    case 'form':
      return fieldIssues(draft.definition, form, context);
    case 'materials':
      return materialIssues(draft.definition, form, context);
    case 'confirm':
      return [];
  }
}

/** The page on which a complaint is put right. */
export const stepOfIssue = ({ path }: FieldIssue): DraftStep => (path.startsWith('values.') ? 'form' : path.startsWith('materials.') ? 'materials' : 'situation');
