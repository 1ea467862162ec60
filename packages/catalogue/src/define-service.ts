import type { Condition, Field, Material, ServiceDefinition, ServiceSummary, Situation } from '@yuezheng/shared-types';

/** A condition whose field and situation ids must exist in the same definition: a misspelt one fails `tsc`. */
export type ConditionOf<F extends string, S extends string> =
  | { op: 'always' }
  | { op: 'equals'; field: F; value: string }
  | { op: 'oneOf'; field: F; values: string[] }
  | { op: 'filled'; field: F }
  | { op: 'situation'; in: S[] }
  | { op: 'exempt' }
  | { op: 'not'; of: ConditionOf<F, S> }
  | { op: 'all'; of: ConditionOf<F, S>[] }
  | { op: 'any'; of: ConditionOf<F, S>[] };

interface Conditions<F extends string, S extends string> {
  required?: ConditionOf<F, S>;
  visible?: ConditionOf<F, S>;
}

/** Drops the id, which is the key, and gives the conditions their checked form, for each member of a union. */
type Spec<T, F extends string, S extends string> = T extends unknown ? Omit<T, 'id' | 'required' | 'visible'> & Conditions<F, S> : never;

export type FieldSpec<F extends string, S extends string> = Spec<Field, F, S>;
export type MaterialSpec<F extends string, S extends string> = Spec<Material, F, S>;

interface ServiceSpec<F extends string, S extends string, M extends string>
  extends ServiceSummary, Omit<ServiceDefinition, keyof ServiceSummary | 'situations' | 'form' | 'materials' | 'decidedAutomatically'> {
  situations: Record<S, Omit<Situation, 'id'>>;
  fields: Record<F, FieldSpec<NoInfer<F>, NoInfer<S>>>;
  sections: { id: string; title: string; lead: string; fields: NoInfer<F>[] }[];
  materials: Record<M, MaterialSpec<NoInfer<F>, NoInfer<S>>>;
  decidedAutomatically?: ConditionOf<NoInfer<F>, NoInfer<S>>;
}

/** A field that no section shows could never be filled in; one that two show would be asked for twice. */
const misplacedFields = (fields: readonly string[], sections: readonly { readonly fields: readonly string[] }[]): string[] => {
  const placed = sections.flatMap((section) => section.fields);
  return fields.filter((id) => placed.filter((other) => other === id).length !== 1);
};

const withId = <T extends object>(id: string, spec: T): T & { id: string } => ({ id, ...spec });

/** Turns a service written with checked references into the definition that crosses the wire. Throws where a field is not in exactly one section. */
export const defineService = <const F extends string, const S extends string, const M extends string>(spec: ServiceSpec<F, S, M>): ServiceDefinition => {
  const { fields, sections, situations, materials, decidedAutomatically, ...rest } = spec;
  const misplaced = misplacedFields(Object.keys(fields), sections);
  if (misplaced.length > 0) throw new Error(`${spec.id}: not in exactly one section: ${misplaced.join(', ')}`);
  return {
    ...rest,
    decidedAutomatically: decidedAutomatically as Condition | undefined,
    situations: Object.entries<Omit<Situation, 'id'>>(situations).map(([id, situation]) => withId(id, situation)),
    form: sections.map((section) => ({ ...section, fields: section.fields.map((id) => withId(id, fields[id]) as Field) })),
    materials: Object.entries<MaterialSpec<F, S>>(materials).map(([id, material]) => withId(id, material) as Material),
  };
};
