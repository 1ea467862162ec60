import { bicyclePermit } from '../../testing/definition';
import type { ConditionContext } from './condition';
import { allFields, isRequired, isVisible, visibleMaterials, visibleSections } from './visible';

const context = (changes: Partial<ConditionContext> = {}): ConditionContext => ({ values: {}, situation: 'rented', exempt: false, ...changes });
const shown = (conditions: ConditionContext): string[] => visibleSections(bicyclePermit, conditions).flatMap((section) => section.fields.map((field) => field.id));

describe('what is asked for', () => {
  it('follows the values typed so far', () => {
    expect(shown(context())).not.toContain('colourName');
    expect(shown(context({ values: { colour: 'other' } }))).toContain('colourName');
    expect(shown(context({ values: { colour: 'other' } }))).not.toContain('colourReason');
    expect(shown(context({ values: { colour: 'other', colourName: '木棉红' } }))).toContain('colourReason');
  });

  it('follows the situation and the exemption', () => {
    const materials = (conditions: ConditionContext): string[] => visibleMaterials(bicyclePermit, conditions).map((material) => material.id);
    expect(materials(context())).toEqual(['lease', 'letter']);
    expect(materials(context({ situation: 'owned' }))).toEqual(['letter']);
    expect(materials(context({ exempt: true }))).toEqual(['letter']);
  });

  it('leaves out a section with nothing in it', () => {
    const hidden = { ...bicyclePermit, form: [{ id: 's', title: '', lead: '', fields: [{ id: 'a', type: 'phone' as const, label: '', visible: { op: 'exempt' as const } }] }] };
    expect(visibleSections(hidden, context())).toEqual([]);
    expect(visibleSections(hidden, context({ exempt: true }))).toHaveLength(1);
  });

  it('is required unless said otherwise, and never while hidden', () => {
    expect(isVisible({}, context())).toBe(true);
    expect(isRequired({}, context())).toBe(true);
    expect(isRequired({ required: { op: 'exempt' } }, context())).toBe(false);
    expect(isRequired({ required: { op: 'exempt' } }, context({ exempt: true }))).toBe(true);
    expect(isRequired({ visible: { op: 'exempt' } }, context())).toBe(false);
    expect(isRequired({ visible: { op: 'exempt' }, required: { op: 'always' } }, context())).toBe(false);
  });

  it('stands in the order of the form', () => {
    expect(allFields(bicyclePermit).map((field) => field.id)).toEqual(['name', 'phone', 'guardian', 'photo', 'colour', 'colourName', 'colourReason', 'boughtOn', 'place']);
  });
});
