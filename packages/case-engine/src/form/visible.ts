import type { Field, Material, Section, ServiceDefinition } from '@yuezheng/shared-types';
import { holds, type ConditionContext } from './condition';

type FormParts = Pick<ServiceDefinition, 'form' | 'materials'>;
type Conditional = Pick<Field, 'visible' | 'required'>;

/** A field or material is drawn, and may be sent, only while its `visible` condition holds. */
export const isVisible = (part: Conditional, context: ConditionContext): boolean => !part.visible || holds(part.visible, context);

/** Required unless a condition says otherwise; never while hidden. */
export const isRequired = (part: Conditional, context: ConditionContext): boolean =>
  isVisible(part, context) && (!part.required || holds(part.required, context));

/** The sections with their visible fields; a section without any is left out. */
export const visibleSections = (definition: FormParts, context: ConditionContext): Section[] =>
  definition.form
    .map((section) => ({ ...section, fields: section.fields.filter((field) => isVisible(field, context)) }))
    .filter((section) => section.fields.length > 0);

/** Materials whose condition holds, in the order of the definition. */
export const visibleMaterials = (definition: FormParts, context: ConditionContext): Material[] =>
  definition.materials.filter((material) => isVisible(material, context));

/** Every field of a definition, in the order of the form. */
export const allFields = (definition: FormParts): Field[] => definition.form.flatMap((section) => section.fields);
