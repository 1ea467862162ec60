import { allFields, supplementTargets } from '@yuezheng/case-engine';
import { ServiceDefinition, type Condition } from '@yuezheng/shared-types';
import { factsOf, holding, registered } from '../testing/facts';
import { SERVICES } from './catalogue';
import { CITIES } from './cities';
import { guangzhou } from './cities/guangzhou';

const named = SERVICES.map((service) => [service.definition.id, service] as const);

/** A condition and all that it is made of. */
const parts = (condition: Condition): Condition[] => {
  if (condition.op === 'not') return [condition, ...parts(condition.of)];
  if (condition.op === 'all' || condition.op === 'any') return [condition, ...condition.of.flatMap(parts)];
  return [condition];
};

const conditionsOf = (definition: ServiceDefinition): Condition[] =>
  [definition.decidedAutomatically, ...[...allFields(definition), ...definition.materials].flatMap(({ visible, required }) => [visible, required])]
    .filter((condition) => condition !== undefined)
    .flatMap(parts);

/** Every text of a definition that a person reads. */
const texts = (node: unknown, key = ''): string[] => {
  if (typeof node === 'string') return ['id', 'value', 'field', 'icon', 'group', 'op', 'unit', 'keywords', 'type'].includes(key) ? [] : [node];
  if (Array.isArray(node)) return node.flatMap((item) => texts(item, key));
  if (typeof node === 'object' && node !== null) return Object.entries(node).flatMap(([name, inner]) => (['in', 'values', 'equals', 'required', 'visible'].includes(name) ? [] : texts(inner, name)));
  return [];
};

describe.each(named)('%s', (_id, service) => {
  const { definition } = service;
  const fields = allFields(definition);
  const facts = factsOf({ registrations: [registered('2026-04-13')], permit: holding('2026-12-20') });

  it('crosses the wire as it is', () => {
    expect(ServiceDefinition.parse(JSON.parse(JSON.stringify(definition)))).toEqual(JSON.parse(JSON.stringify(definition)));
  });

  it('has every id once', () => {
    for (const list of [fields, definition.materials, definition.situations, definition.form]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    }
    for (const field of fields) if (field.type === 'choice') expect(new Set(field.options.map(({ value }) => value)).size).toBe(field.options.length);
  });

  it('has conditions that look at what is there', () => {
    const asked = new Map(fields.filter((field) => field.type !== 'known').map((field) => [field.id, field]));
    const situations = definition.situations.map(({ id }) => id);
    for (const condition of conditionsOf(definition)) {
      if (condition.op === 'situation') expect(situations).toEqual(expect.arrayContaining(condition.in));
      if (!('field' in condition)) continue;
      const field = asked.get(condition.field);
      expect(field).toBeDefined();
      const values = condition.op === 'equals' ? [condition.value] : condition.op === 'oneOf' ? condition.values : [];
      if (field?.type === 'choice') expect(field.options.map(({ value }) => value)).toEqual(expect.arrayContaining(values));
    }
  });

  it('knows what it says is known', () => {
    const known = fields.filter((field) => field.type === 'known').map(({ id }) => id);
    expect(Object.keys(service.known(facts)).sort()).toEqual(known.sort());
    expect(Object.values(service.known(facts)).filter((value) => value === '')).toEqual([]);
  });

  it('masks the id number', () => {
    for (const field of fields) if (field.id === 'idNumber') expect(field).toMatchObject({ type: 'known', masked: true });
    for (const row of service.comparisons({ city: '440100', situation: undefined, exempt: true, values: {}, submittedOn: facts.today }, facts)) {
      expect([row.id, row.declared.includes(facts.person.idNumber) && !row.sensitive]).toEqual([row.id, false]);
    }
  });

  it('begins a draft with answers to its own questions', () => {
    const asked = new Set(fields.filter((field) => field.type !== 'known').map(({ id }) => id));
    expect(Object.keys(service.prefill(facts, guangzhou)).filter((id) => !asked.has(id))).toEqual([]);
  });

  it('suggests reasons only for what can be asked for', () => {
    const targets = supplementTargets(definition, { values: {}, situation: undefined, exempt: false }).map(({ target }) => target);
    expect(Object.keys(service.review.suggestions).filter((id) => !targets.includes(id))).toEqual([]);
  });

  it('has a whole guide', () => {
    const { summary, who, conditions, materials, steps, fee, timeLimit, legalBasis, faq } = definition.guide;
    for (const text of [summary, fee, timeLimit, definition.pledge, definition.startVerb, definition.submitVerb]) expect(text).not.toBe('');
    for (const list of [who, conditions, materials, steps, legalBasis, faq]) expect(list.length).toBeGreaterThan(0);
  });

  it('is offered somewhere', () => {
    expect(CITIES.some((city) => (city.coverage as readonly string[]).includes(definition.id))).toBe(true);
  });

  it.each(texts({ definition, review: service.review }))('says it well: %s', (text) => {
    expect(text).not.toMatch(/[!！]|你/);
    expect(text).not.toMatch(/[一-鿿][,;:?]|[,;:?][一-鿿]/);
    expect(text).not.toMatch(/[一-鿿][A-Za-z0-9]|[A-Za-z0-9][一-鿿]/);
  });

  it('ends no hint with a full stop, since sentences are made of them', () => {
    for (const part of [...fields, ...definition.materials]) expect(part.hint ?? '').not.toMatch(/[。，；]$/);
  });
});
