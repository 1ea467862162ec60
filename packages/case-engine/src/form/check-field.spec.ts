import { citizenIdCheck, type FieldValue } from '@yuezheng/shared-types';
import fc from 'fast-check';
import { FILE_ID, submissionContext } from '../../testing/cases';
import { bicyclePermit, fieldOf } from '../../testing/definition';
import { checkField, missing, type CheckContext } from './check-field';

const code = (id: string, value: FieldValue, context: CheckContext = submissionContext): string | undefined => checkField(fieldOf(id), value, context)?.code;
const place = (district: string, detail = '体育西路 103 号'): FieldValue => ({ district, detail });

describe('a field', () => {
  it.each<[string, FieldValue, string | undefined]>([
    ['phone', '13800138000', undefined],
    ['phone', '1380013800', 'phone-invalid'],
    ['phone', '+8613800138000', 'phone-invalid'],
    ['phone', '１３８００１３８０００', 'phone-invalid'],
    ['phone', place('440106'), 'phone-invalid'],
    ['guardian', '11010519491231002X', undefined],
    ['guardian', '11010519491231002x', undefined],
    ['guardian', '110105194912310021', 'citizen-id-invalid'],
    ['guardian', place('440106'), 'citizen-id-invalid'],
    ['photo', FILE_ID, undefined],
    ['photo', '------------------------------------', 'field-type'],
    ['photo', 'photo.jpg', 'field-type'],
    ['colour', 'blue', undefined],
    ['colour', 'green', 'choice-unknown'],
    ['colour', place('440106'), 'choice-unknown'],
    ['colourName', '木棉红', undefined],
    ['colourName', ' 红 ', 'field-too-short'],
    ['colourName', '𠮷𠮷𠮷𠮷𠮷𠮷', undefined],
    ['colourName', '七个字的颜色名', 'field-too-long'],
    ['colourName', place('440106'), 'field-type'],
    ['boughtOn', '2026-11-18', undefined],
    ['boughtOn', '2000-01-01', undefined],
    ['boughtOn', '2026-11-19', 'date-too-late'],
    ['boughtOn', '1999-12-31', 'date-too-early'],
    ['boughtOn', '2026-02-30', 'date-invalid'],
    ['boughtOn', '昨天', 'date-invalid'],
    ['place', place('440106'), undefined],
    ['place', place('440400'), 'city-mismatch'],
    ['place', place('440106', '体育西'), 'field-too-short'],
    ['place', '体育西路 103 号', 'field-type'],
    ['name', '林晓岚', undefined],
  ])('%s = %j: %s', (id, value, expected) => expect(code(id, value)).toBe(expected));

  it('tells a birthday in the future from a wrong number', () => {
    expect(code('guardian', `44010620261119002${citizenIdCheck('44010620261119002')}`)).toBe('birthday-in-future');
  });

  it('leaves what is empty to the rule on required fields', () => {
    for (const field of bicyclePermit.form.flatMap((section) => section.fields)) {
      expect(checkField(field, '', submissionContext)).toBeUndefined();
      expect(checkField(field, { district: '', detail: '' }, submissionContext)).toBeUndefined();
    }
  });

  it('must name a real district where the districts are given', () => {
    const context = { ...submissionContext, districts: ['440106', '440103'] };
    expect(code('place', place('440106'), context)).toBeUndefined();
    expect(code('place', place('440199'), context)).toBe('district-unknown');
    expect(code('place', place('440300'), context)).toBe('city-mismatch');
  });

  it('never throws, and complains in one Chinese sentence under its own path', () => {
    const someValue = fc.oneof(fc.string({ unit: 'binary' }), fc.record({ district: fc.string(), detail: fc.string({ unit: 'binary' }) }));
    fc.assert(
      fc.property(fc.constantFrom(...bicyclePermit.form.flatMap((section) => section.fields)), someValue, (field, value) => {
        const issue = checkField(field, value, submissionContext);
        if (!issue) return;
        expect(issue.path).toBe(`values.${field.id}`);
        expect(issue.message).toMatch(/^[^!！]+。$/);
      }),
    );
  });
});

describe('what is missing', () => {
  it('is asked for with the right verb and an example', () => {
    expect(missing(fieldOf('colour')).message).toBe('请选择颜色，例如“蓝”。');
    expect(missing(fieldOf('phone'))).toEqual({ path: 'values.phone', code: 'field-required', message: '请填写手机号码。' });
    expect(missing(fieldOf('photo')).message).toBe('请选择证件照片。');
  });
});
