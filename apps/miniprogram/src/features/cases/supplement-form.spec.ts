import type { ServiceDefinition, SupplementItem } from '@yuezheng/shared-types';
import { supplyVerb } from './case-words';
import { overSent, supplyIssues, wantedParts, wantedSupply } from './supplement-form';

const definition = {
  form: [{ id: 'one', title: '', lead: '', fields: [{ id: 'employer', label: '工作单位', type: 'text', maxLength: 60, minLength: 2, example: '明岚设计' }] }],
  materials: [{ id: 'contract', title: '劳动合同', hint: '盖章页', max: 2 }],
} as unknown as ServiceDefinition;

const contract: SupplementItem = { kind: 'material', target: 'contract', title: '劳动合同', reason: '看不清' };
const employer: SupplementItem = { kind: 'field', target: 'employer', title: '工作单位', reason: '不一致' };
const context = { today: '2026-11-22', city: '440100', cityName: '广州市', sent: {} };

it('names the button after what is wanted', () => {
  expect([[contract, contract], [employer], [contract, employer]].map(supplyVerb)).toEqual(['补交 2 份材料', '更正 1 项信息', '补正 2 项']);
});

it('draws what was asked for by the form, and what the form has no longer in its plainest shape', () => {
  const gone: SupplementItem = { ...contract, target: 'old', title: '旧材料' };
  const parts = wantedParts([contract, employer, gone, { ...employer, target: 'old' }], definition);
  expect(parts).toMatchObject([{ material: { max: 2, hint: '盖章页' } }, { field: { minLength: 2 } }, { material: { title: '旧材料' } }, { field: { type: 'text' } }]);
});

it('asks for every item, with an example', () => {
  const parts = wantedParts([contract, employer], definition);
  expect(supplyIssues(parts, { values: {}, materials: {} }, context).map(({ path, message }) => [path, message])).toEqual([
    ['materials.contract', '请上传劳动合同。'],
    ['values.employer', '请更正工作单位，例如“明岚设计”。'],
  ]);
  expect(supplyIssues(parts, { values: { employer: '明岚设计' }, materials: { contract: ['f'] } }, context)).toEqual([]);
  expect(supplyIssues(parts, { values: { employer: '明' }, materials: { contract: ['f', 'g', 'h'] } }, context)).toHaveLength(2);
});

it('begins with the pictures sent before, and wants them supplemented or replaced', () => {
  const parts = wantedParts([contract], definition);
  const sent = { contract: ['first'] };
  const complaints = (files: Record<string, string[]>): (string | undefined)[] =>
    supplyIssues(parts, overSent({ values: {}, materials: files }, sent), { ...context, sent }).map(({ message }) => message);
  expect(overSent({ values: {}, materials: {} }, sent).materials).toEqual(sent);
  expect(complaints({})).toEqual(['请按要求补充或替换劳动合同的图片。']);
  expect(complaints({ contract: ['first', 'second'] })).toEqual([]);
  expect(complaints({ contract: ['second'] })).toEqual([]);
  expect(complaints({ contract: [] })).toEqual(['请上传劳动合同。']);
  expect(complaints({ contract: ['first', 'second', 'third'] })).toHaveLength(1);
});

it('sends nothing that was asked for by an earlier request only', () => {
  const supply = { values: { employer: '明岚设计', other: 'x' }, materials: { contract: ['f'], old: ['g'] } };
  expect(wantedSupply(wantedParts([contract], definition), supply)).toEqual({ values: {}, materials: { contract: ['f'] } });
});
