import { allFields, checkField, checkMaterial, isFilled, isRenewed, type CheckContext } from '@yuezheng/case-engine';
import type { Field, FieldIssue, FieldValues, Material, MaterialValues, ServiceDefinition, SupplementItem } from '@yuezheng/shared-types';

/** What a person supplies. */
export interface Supply {
  readonly values: FieldValues;
  readonly materials: MaterialValues;
}

export const NOTHING_SUPPLIED: Supply = { values: {}, materials: {} };

/** One thing that was asked for, as it is drawn. */
export type WantedPart =
  | { readonly kind: 'material'; readonly item: SupplementItem; readonly material: Material }
  | { readonly kind: 'field'; readonly item: SupplementItem; readonly field: Field };

const MOST_PAGES = 4;
const LONGEST_TEXT = 500;

/**
 * The parts of the form that were asked for. The case is pinned to its own version of the form; where today's has a
 * part no longer, it is drawn in its plainest shape and the server checks it by the version of the case.
 */
export const wantedParts = (items: readonly SupplementItem[], definition: Pick<ServiceDefinition, 'form' | 'materials'> | undefined): WantedPart[] =>
  items.map((item) => {
    const { target: id, title } = item;
    if (item.kind === 'material') {
      const known = definition?.materials.find((material) => material.id === id);
      return { kind: 'material', item, material: known ?? { id, title, hint: '', max: MOST_PAGES } };
    }
    const known = definition && allFields(definition).find((field) => field.id === id);
    return { kind: 'field', item, field: known ?? { id, label: title, type: 'text', maxLength: LONGEST_TEXT } };
  });

export const pathOf = (part: WantedPart): string => (part.kind === 'material' ? `materials.${part.material.id}` : `values.${part.field.id}`);

/** What is supplied, over the pictures that were sent before: those stay until the person takes them away. */
export const overSent = ({ values, materials }: Supply, sent: MaterialValues): Supply => ({ values, materials: { ...sent, ...materials } });

/** Against what a supply is checked: the form's context, and the pictures that were found wanting. */
export interface SupplyContext extends CheckContext {
  readonly sent: MaterialValues;
}

const materialIssue = (material: Material, path: string, files: readonly string[], before: readonly string[] = []): FieldIssue | undefined => {
  if (files.length === 0) return { path, code: 'material-missing', message: `请上传${material.title}。` };
  if (!isRenewed(files, before)) return { path, code: 'material-missing', message: `请按要求补充或替换${material.title}的图片。` };
  return checkMaterial(material, files.length);
};

const issueOf = (part: WantedPart, { values, materials }: Supply, context: SupplyContext): FieldIssue | undefined => {
  const path = pathOf(part);
  if (part.kind === 'material') return materialIssue(part.material, path, materials[part.material.id] ?? [], context.sent[part.material.id]);
  const value = values[part.field.id];
  if (value === undefined || !isFilled(value)) {
    const example = part.field.example === undefined ? '' : `，例如“${part.field.example}”`;
    return { path, code: 'field-required', message: `请更正${part.item.title}${example}。` };
  }
  return checkField(part.field, value, context);
};

/** What still has to be supplied or put right, in the order in which it was asked for. */
export const supplyIssues = (parts: readonly WantedPart[], supply: Supply, context: SupplyContext): FieldIssue[] =>
  parts.flatMap((part) => issueOf(part, supply, context) ?? []);

/** Only what was asked for: an earlier request may have wanted something else. */
export const wantedSupply = (parts: readonly WantedPart[], { values, materials }: Supply): Supply => {
  const wanted = new Set(parts.map(pathOf));
  const keep = <T>(record: Readonly<Record<string, T>>, kind: string): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => wanted.has(`${kind}.${id}`)));
  return { values: keep(values, 'values'), materials: keep(materials, 'materials') };
};
