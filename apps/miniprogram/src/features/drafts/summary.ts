import { isFilled, visibleMaterials, visibleSections } from '@yuezheng/case-engine';
import type { Draft, Field, FieldValue } from '@yuezheng/shared-types';
import { addressText, type FieldContext } from '../../fields';
import type { DraftForm } from './draft-form';
import { conditionsOf } from './draft-rules';

export interface SummaryRow {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Known to the government; the person did not give it. */
  readonly known: boolean;
  /** The portrait of the row: the file that was uploaded, or empty for the one on record. */
  readonly photo?: string;
}

export interface SummarySection {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly rows: readonly SummaryRow[];
}

const NOT_GIVEN = '未填写';

function valueText(field: Field, value: FieldValue | undefined, context: FieldContext): string {
  if (field.type === 'known') return context.known[field.id] ?? '没有记录';
  if (field.type === 'photo') return isFilled(value) ? '已上传新照片' : context.photoOnRecord ? '使用已有照片' : NOT_GIVEN;
  if (!isFilled(value)) return NOT_GIVEN;
  if (typeof value === 'object') return addressText(value, context);
  return field.type === 'choice' ? (field.options.find((option) => option.value === value)?.label ?? NOT_GIVEN) : (value ?? NOT_GIVEN);
}

const photoOf = (field: Field, value: FieldValue | undefined, { photoOnRecord }: FieldContext): Pick<SummaryRow, 'photo'> => {
  if (field.type !== 'photo') return {};
  if (typeof value === 'string' && value !== '') return { photo: value };
  return photoOnRecord ? { photo: '' } : {};
};

/** Everything that is about to be submitted, in the order of the form. */
export const summaryOf = (draft: Draft, form: DraftForm, context: FieldContext): SummarySection[] =>
  visibleSections(draft.definition, conditionsOf(draft, form)).map((section) => ({
    id: section.id,
    title: section.title,
    lead: section.lead,
    rows: section.fields.map((field) => ({
      id: field.id,
      label: field.label,
      value: valueText(field, form.values[field.id], context),
      known: field.type === 'known',
      ...photoOf(field, form.values[field.id], context),
    })),
  }));

/** The materials that are asked for, with what was uploaded. */
export const materialsOf = (draft: Draft, form: DraftForm): { readonly id: string; readonly title: string; readonly files: readonly string[] }[] =>
  visibleMaterials(draft.definition, conditionsOf(draft, form)).map(({ id, title }) => ({ id, title, files: form.materials[id] ?? [] }));
