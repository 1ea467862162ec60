import { addDays, ok, refuse, type Field, type FieldIssue, type LocalDate, type Material, type Result, type ServiceDefinition, type SupplementItem } from '@yuezheng/shared-types';
import { checkField, type CheckContext } from '../form/check-field';
import { checkMaterial } from '../form/check-material';
import { refuseIssues } from '../form/check-submission';
import { isFilled, type ConditionContext } from '../form/condition';
import { allFields, isVisible } from '../form/visible';
import type { CaseAction, CaseFile } from './case-file';
import { onWorkingDay, type WorkingDay } from './clock';
import { saysSomething } from './says-something';

/** How long an applicant has to supply what was asked for, in calendar days. */
export const SUPPLEMENT_DAYS = 30;

type Supply = Pick<Extract<CaseAction, { type: 'supplement' }>, 'values' | 'materials'>;

/** The last day for supplying what is asked for today; on a day of rest, the next working day (Civil Code art. 203). */
export const supplementDueOn = (today: LocalDate, isWorkingDay: WorkingDay): LocalDate => onWorkingDay(addDays(today, SUPPLEMENT_DAYS), isWorkingDay);

type Parts = Pick<ServiceDefinition, 'form' | 'materials'>;
type Target = { readonly kind: 'material'; readonly part: Material } | { readonly kind: 'field'; readonly part: Field };

/** Everything that a person can send again: the materials, and the fields that are not known already. */
const targetsOf = (definition: Parts): Target[] => [
  ...definition.materials.map((part): Target => ({ kind: 'material', part })),
  ...allFields(definition).filter((field) => field.type !== 'known').map((part): Target => ({ kind: 'field', part })),
];

/** One thing that a supplement could ask for. */
export interface SupplementTarget extends Pick<SupplementItem, 'kind' | 'target' | 'title'> {
  /** Whether this very case has it: the chosen situation asks for the material, the form shows the field. */
  readonly asked: boolean;
}

/** Everything that a supplement to a case could ask for, for the official to choose from. */
export const supplementTargets = (definition: Parts, context: ConditionContext): SupplementTarget[] =>
  targetsOf(definition).map((target) => ({
    kind: target.kind,
    target: target.part.id,
    title: target.kind === 'material' ? target.part.title : target.part.label,
    asked: isVisible(target.part, context),
  }));

const find = (definition: Parts, { kind, target }: SupplementItem): Target | undefined =>
  targetsOf(definition).find((candidate) => candidate.kind === kind && candidate.part.id === target);

const itemIssue = (definition: Parts, item: SupplementItem, index: number): FieldIssue[] => {
  const path = `items.${index}`;
  if (!find(definition, item)) return [{ path, code: 'field-hidden', message: `“${item.title}”不在此事项的材料和信息中，请从列表中选择。` }];
  return saysSomething(item.reason) ? [] : [{ path, code: 'field-required', message: `请写明“${item.title}”要补正什么。` }];
};

/** Whether a list of things to supply can be asked for: not empty, all of them the service's own, each with its reason. */
export const checkItems = (definition: Parts, items: readonly SupplementItem[]): Result<readonly SupplementItem[]> => {
  if (items.length === 0) return refuse('supplement-items-required');
  const fields = items.flatMap((item, index) => itemIssue(definition, item, index));
  return fields.length > 0 ? refuse('field-invalid', { fields }) : ok(items);
};

const pathOf = (item: SupplementItem): string => `${item.kind === 'field' ? 'values' : 'materials'}.${item.target}`;

/** A material is sent as its whole new list: one with no picture, or with the very pictures found wanting, supplies nothing. */
export const isRenewed = (fileIds: readonly string[], before: readonly string[] = []): boolean =>
  fileIds.length > 0 && (fileIds.length !== before.length || fileIds.some((id) => !before.includes(id)));

const isSupplied = (item: SupplementItem, supply: Supply, { materials }: Pick<CaseFile, 'materials'>): boolean =>
  item.kind === 'field' ? isFilled(supply.values[item.target]) : isRenewed(supply.materials[item.target] ?? [], materials[item.target]);

/** What was asked for is checked even where the form would hide it: the official wants it all the same. */
const supplyIssue = (definition: Parts, item: SupplementItem, supply: Supply, context: CheckContext): FieldIssue | undefined => {
  const target = find(definition, item);
  if (target?.kind === 'material') return checkMaterial(target.part, supply.materials[item.target]?.length ?? 0);
  const value = supply.values[item.target];
  return target && value !== undefined ? checkField(target.part, value, context) : undefined;
};

/**
 * Takes in what an applicant supplies: every item that was asked for, and nothing else. The pictures of a material are
 * its whole new list: those sent before count only where they are named again. Refusals: `field-hidden`,
 * `supplement-incomplete`, `field-invalid`, `city-mismatch`.
 */
export const takeSupplement = (file: CaseFile, supply: Supply, context: CheckContext): Result<CaseFile> => {
  const items = file.supplement?.items ?? [];
  const asked = new Set(items.map(pathOf));
  const sent = [...Object.keys(supply.values).map((id) => `values.${id}`), ...Object.keys(supply.materials).map((id) => `materials.${id}`)];
  const strangers = sent.filter((path) => !asked.has(path));
  if (strangers.length > 0) return refuseIssues(strangers.map((path) => ({ path, code: 'field-hidden', message: '没有要求补正此项，请返回核对。' })));
  const missing = items.filter((item) => !isSupplied(item, supply, file));
  if (missing.length > 0) {
    return refuse('supplement-incomplete', { fields: missing.map((item) => ({ path: pathOf(item), code: 'field-required', message: `还没有补正“${item.title}”，请补齐。` })) });
  }
  const issues = items.flatMap((item) => supplyIssue(file.definition, item, supply, context) ?? []);
  if (issues.length > 0) return refuseIssues(issues);
  return ok({ ...file, values: { ...file.values, ...supply.values }, materials: { ...file.materials, ...supply.materials }, supplement: undefined });
};
