import type { Condition, Field, FieldValues, Result } from '@yuezheng/shared-types';
import fc from 'fast-check';
import { FILE_ID, goodSubmission, OTHER_FILE_ID, submissionContext } from '../../testing/cases';
import { bicyclePermit } from '../../testing/definition';
import { checkSubmission, hiddenIssues, withoutHidden, type Submission, type SubmissionContext } from './check-submission';

const check = (changes: Partial<Submission>, context: Partial<SubmissionContext> = {}): Result<Submission> =>
  checkSubmission(bicyclePermit, { ...goodSubmission, ...changes }, { ...submissionContext, ...context });

const withValues = (values: FieldValues): Partial<Submission> => ({ values: { ...goodSubmission.values, ...values } });

const found = (result: Result<Submission>): { code: string; fields: string[] } | undefined =>
  result.ok ? undefined : { code: result.refusal.code, fields: (result.refusal.fields ?? []).map((field) => `${field.path} ${field.code}`) };

describe('a submission', () => {
  it('passes as it was sent', () => {
    expect(check({})).toEqual({ ok: true, value: goodSubmission });
  });

  it('needs no materials when data confirmed the situation', () => {
    expect(found(check({ materials: {} }, { exempt: true }))).toBeUndefined();
    expect(found(check({ materials: {} }))).toEqual({ code: 'material-missing', fields: ['materials.lease material-missing'] });
  });

  it('needs a photo only when none is on record', () => {
    expect(found(check({}, { photoOnRecord: false }))).toEqual({ code: 'field-invalid', fields: ['values.photo field-required'] });
    expect(found(check(withValues({ photo: FILE_ID }), { photoOnRecord: false }))).toBeUndefined();
    expect(found(check(withValues({ photo: FILE_ID })))).toBeUndefined();
    expect(found(check(withValues({ photo: 'x' })))).toEqual({ code: 'field-invalid', fields: ['values.photo field-type'] });
  });

  it('for another city is refused as such', () => {
    expect(found(check(withValues({ place: { district: '440402', detail: '凤凰南路 1 号' } })))).toEqual({ code: 'city-mismatch', fields: ['values.place city-mismatch'] });
  });

  it.each([
    ['a field that the situation hides', withValues({ colourName: '木棉红' }), 'values.colourName field-hidden'],
    ['a field that nobody knows', withValues({ mayor: '我' }), 'values.mayor field-hidden'],
    ['a field named like a part of every object', withValues({ constructor: '我' }), 'values.constructor field-hidden'],
    ['a value that the government knows', withValues({ name: '另一个人' }), 'values.name field-hidden'],
    ['a material that nobody knows', { materials: { lease: [FILE_ID], deed: [FILE_ID] } }, 'materials.deed field-hidden'],
    ['a material of another situation', { situation: 'owned' }, 'materials.lease field-hidden'],
  ])('with %s is refused', (_what, changes, field) => {
    expect(found(check(changes))).toEqual({ code: 'field-hidden', fields: [field] });
  });

  it('may name a hidden material without files', () => {
    expect(found(check({ situation: 'owned', materials: { lease: [] } }))).toBeUndefined();
  });

  it('hears every complaint at once', () => {
    expect(found(check({ situation: undefined, values: { colour: 'other', phone: '1', place: { district: '440402', detail: '凤凰南路' } }, materials: { letter: [FILE_ID, OTHER_FILE_ID] } }))).toEqual({
      code: 'field-invalid',
      fields: ['situation field-required', 'values.phone phone-invalid', 'values.colourName field-required', 'values.boughtOn field-required', 'values.place city-mismatch', 'materials.letter material-too-many'],
    });
    expect(found(check({ values: {}, materials: {} }))?.fields).toEqual([
      'values.phone field-required', 'values.colour field-required', 'values.boughtOn field-required', 'values.place field-required', 'materials.lease material-missing',
    ]);
  });

  it('requires a field by its condition', () => {
    const other = { colour: 'other', colourName: '隐形' };
    expect(found(check(withValues(other)))).toEqual({ code: 'field-invalid', fields: ['values.colourReason field-required'] });
    expect(found(check(withValues({ ...other, colourName: '木棉红' })))).toBeUndefined();
  });

  it('may only choose a situation that is open to the person', () => {
    expect(found(check({ situation: 'stolen', materials: {} }))).toEqual({ code: 'field-invalid', fields: ['situation field-required'] });
    expect(found(check({}, { situations: ['owned'] }))).toEqual({ code: 'field-invalid', fields: ['situation field-required'] });
    expect(found(check({}, { situations: ['owned', 'rented'] }))).toBeUndefined();
    expect(checkSubmission({ ...bicyclePermit, situations: [], materials: [] }, { ...goodSubmission, situation: undefined, materials: {} }, submissionContext).ok).toBe(true);
  });
});

const IDS = ['a', 'b', 'c', 'd'];
const someCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record<Condition & { op: 'filled' }>({ op: fc.constant('filled'), field: fc.constantFrom(...IDS) }),
  fc.record<Condition & { op: 'equals' }>({ op: fc.constant('equals'), field: fc.constantFrom(...IDS), value: fc.constantFrom('x', 'y') }),
  fc.constantFrom(...IDS).map((field): Condition => ({ op: 'not', of: { op: 'filled', field } })),
  fc.constant<Condition>({ op: 'situation', in: ['s'] }),
);
/** Forms whose conditions may hang on each other in chains and in circles. */
const someForm = fc.tuple(...IDS.map(() => fc.option(someCondition, { nil: undefined }))).map((conditions) => ({
  form: [{ id: 'form', title: '', lead: '', fields: conditions.map((visible, index): Field => ({ id: String(IDS[index]), type: 'text', label: '', maxLength: 5, visible })) }],
  materials: conditions.slice(0, 2).map((visible, index) => ({ id: `m${index}`, title: '', hint: '', max: 2, visible })),
  situations: [],
}));
const someSubmission = fc.record<Submission>({
  situation: fc.constantFrom('s', 't', undefined),
  values: fc.dictionary(fc.constantFrom(...IDS, 'e'), fc.constantFrom('x', 'y', '', 'far too long')),
  materials: fc.dictionary(fc.constantFrom('m0', 'm1', 'm2'), fc.constantFrom([], [FILE_ID], [FILE_ID, FILE_ID, FILE_ID])),
});

describe('withoutHidden', () => {
  it('follows a chain of conditions', () => {
    const typed = { ...goodSubmission, values: { ...goodSubmission.values, colourName: '木棉红', colourReason: '好看' } };
    expect(withoutHidden(bicyclePermit, typed, submissionContext).values).toEqual(goodSubmission.values);
  });

  it('leaves nothing that could be refused as hidden, and adds and changes nothing', () => {
    fc.assert(
      fc.property(someForm, someSubmission, (definition, submission) => {
        const clean = withoutHidden(definition, submission, submissionContext);
        expect(hiddenIssues(definition, clean, submissionContext)).toEqual([]);
        expect(submission.values).toEqual(expect.objectContaining(clean.values));
        expect(submission.materials).toEqual(expect.objectContaining(clean.materials));
        expect(clean.situation).toBe(submission.situation);
        const result = checkSubmission(definition, clean, submissionContext);
        expect(result.ok ? '' : result.refusal.code).not.toBe('field-hidden');
      }),
      { numRuns: 500 },
    );
  });
});
