import { addDays, type FieldValues, type MaterialValues, type Result, type SupplementItem } from '@yuezheng/shared-types';
import { aCase, ACTORS, decisionContext, FILE_ID, GOOD_ACTIONS, ITEMS, OTHER_FILE_ID, TODAY, weekday } from '../../testing/cases';
import { bicyclePermit } from '../../testing/definition';
import type { CaseFile } from './case-file';
import { dueOn } from './clock';
import { decide, type Decision } from './decide';
import { SUPPLEMENT_DAYS, supplementTargets } from './supplement';

const inReview = aCase({ state: 'in-review', claimedBy: 'claimant' });

const ask = (items: readonly SupplementItem[], file: CaseFile = inReview): Result<Decision> => decide(file, { type: 'request-supplement', items }, ACTORS.claimant, decisionContext);

const after = (result: Result<Decision>): Decision => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

const asked = after(ask(ITEMS)).file;

const supply = (values: FieldValues, materials: MaterialValues, file: CaseFile = asked, today = addDays(TODAY, 5)): Result<Decision> =>
  decide(file, { type: 'supplement', values, materials }, ACTORS.applicant, { ...decisionContext, today });

const found = (result: Result<Decision>): { code: string; fields: (string | undefined)[] } | undefined =>
  result.ok ? undefined : { code: result.refusal.code, fields: (result.refusal.fields ?? []).map(({ path, code }) => `${path} ${code}`) };

const PLACE = { district: '440106', detail: '体育西路 103 号 1204 房' };

describe('asking for a supplement', () => {
  it('says everything at once, by when, and stops the clock', () => {
    const decision = after(ask(ITEMS));
    expect(decision.file).toMatchObject({ state: 'supplement', supplement: { items: ITEMS, dueOn: '2026-12-18' } });
    expect(decision.file.clock.pausedSince).toBe(TODAY);
    expect(decision.note).toEqual({ title: '补件', tone: 'warning', detail: '一次性告知 2 项，请在 12 月 18 日前补正：租用合同、停放地址' });
    expect(decision.tellApplicant).toBe(true);
  });

  it('gives thirty days, and more where the last is a day of rest', () => {
    for (let days = 0; days < 14; days += 1) {
      const today = addDays(TODAY, days);
      const due = after(decide(inReview, GOOD_ACTIONS['request-supplement'], ACTORS.claimant, { ...decisionContext, today })).file.supplement?.dueOn ?? '';
      expect(weekday(due)).toBe(true);
      expect(due >= addDays(today, SUPPLEMENT_DAYS) && due <= addDays(today, SUPPLEMENT_DAYS + 2)).toBe(true);
    }
  });

  it('must ask for something', () => {
    expect(found(ask([]))).toEqual({ code: 'supplement-items-required', fields: [] });
  });

  it('may only ask for what the service knows and the person can send, with a reason', () => {
    const items: SupplementItem[] = [
      { kind: 'field', target: 'name', title: '姓名', reason: '请更正' },
      { kind: 'material', target: 'place', title: '停放地址', reason: '请重拍' },
      { kind: 'field', target: 'place', title: '停放地址', reason: ' \u200b ' },
      { kind: 'material', target: 'lease', title: '租用合同', reason: '请重拍' },
    ];
    expect(found(ask(items))).toEqual({ code: 'field-invalid', fields: ['items.0 field-hidden', 'items.1 field-hidden', 'items.2 field-required'] });
  });

  it('chooses from every material and every field that is not known already', () => {
    const targets = supplementTargets(bicyclePermit, inReview);
    expect(targets.map(({ kind, target, title }) => `${kind} ${target} ${title}`)).toEqual([
      'material lease 租用合同', 'material letter 说明', 'field phone 手机号码', 'field guardian 监护人身份证号码', 'field photo 证件照片', 'field colour 颜色',
      'field colourName 颜色名称', 'field colourReason 颜色说明', 'field boughtOn 购买日期', 'field place 停放地址',
    ]);
    for (const { kind, target, title } of targets) expect(ask([{ kind, target, title, reason: '请补正' }]).ok).toBe(true);
  });
});

describe('what the case itself asks for', () => {
  const askedIn = (changes: Partial<CaseFile>): string[] =>
    supplementTargets(bicyclePermit, aCase({ values: { colour: 'blue' }, ...changes })).filter(({ asked }) => asked).map(({ target }) => target);

  it('is the material of its situation, not of another', () => {
    expect(askedIn({ situation: 'rented', exempt: false })).toContain('lease');
    expect(askedIn({ situation: 'owned', exempt: false })).not.toContain('lease');
    expect(askedIn({ situation: 'rented', exempt: true })).not.toContain('lease');
  });

  it('is the field that its answers open, not one that they hide', () => {
    expect(askedIn({})).not.toContain('colourName');
    expect(askedIn({ values: { colour: 'other' } })).toContain('colourName');
  });
});

describe('supplying', () => {
  it('everything takes the case back to the same official, and gives the clock its days back', () => {
    const decision = after(supply({ place: PLACE }, { lease: [OTHER_FILE_ID] }));
    expect(decision.file).toMatchObject({ state: 'in-review', claimedBy: 'claimant', values: { ...inReview.values, place: PLACE }, materials: { lease: [OTHER_FILE_ID] } });
    expect(decision.file.supplement).toBeUndefined();
    expect(decision.file.clock).toMatchObject({ pausedDays: 5 });
    expect(dueOn(decision.file.clock, TODAY, weekday)).toBe('2026-12-08');
    expect(decision.note?.title).toBe('已补交');
    expect(decision.tellApplicant).toBe(false);
  });

  it.each<[string, FieldValues, MaterialValues, string[]]>([
    ['nothing', {}, {}, ['materials.lease field-required', 'values.place field-required']],
    ['only the material', {}, { lease: [OTHER_FILE_ID] }, ['values.place field-required']],
    ['only the field', { place: PLACE }, {}, ['materials.lease field-required']],
    ['an empty list of pages', { place: PLACE }, { lease: [] }, ['materials.lease field-required']],
    ['the very pictures that were found wanting', { place: PLACE }, { lease: [FILE_ID] }, ['materials.lease field-required']],
    ['an empty answer', { place: { district: '', detail: '' } }, { lease: [OTHER_FILE_ID] }, ['values.place field-required']],
  ])('%s is not enough', (_what, values, materials, fields) => expect(found(supply(values, materials))).toEqual({ code: 'supplement-incomplete', fields }));

  it('more than was asked for is refused', () => {
    expect(found(supply({ place: PLACE, phone: '13900139000' }, { lease: [FILE_ID], letter: [FILE_ID] }))).toEqual({
      code: 'field-hidden', fields: ['values.phone field-hidden', 'materials.letter field-hidden'],
    });
  });

  it('of a page keeps those that are named again, and drops the others', () => {
    expect(after(supply({ place: PLACE }, { lease: [FILE_ID, OTHER_FILE_ID] })).file.materials).toEqual({ lease: [FILE_ID, OTHER_FILE_ID] });
    const both = { ...asked, materials: { lease: [FILE_ID, OTHER_FILE_ID] } };
    expect(after(supply({ place: PLACE }, { lease: [FILE_ID] }, both)).file.materials).toEqual({ lease: [FILE_ID] });
  });

  it('is checked like the form', () => {
    const pages = [FILE_ID, FILE_ID, FILE_ID];
    expect(found(supply({ place: { ...PLACE, district: '440402' } }, { lease: [OTHER_FILE_ID] }))).toEqual({ code: 'city-mismatch', fields: ['values.place city-mismatch'] });
    expect(found(supply({ place: { ...PLACE, district: '440402' } }, { lease: pages }))).toEqual({
      code: 'field-invalid', fields: ['materials.lease material-too-many', 'values.place city-mismatch'],
    });
  });

  it('is checked even where the form hides what was asked for', () => {
    const hidden = after(ask([{ kind: 'field', target: 'colourName', title: '颜色名称', reason: '请说明' }])).file;
    expect(found(supply({ colourName: '红' }, {}, hidden))).toEqual({ code: 'field-invalid', fields: ['values.colourName field-too-short'] });
    expect(found(supply({ colourName: '木棉红' }, {}, hidden))).toBeUndefined();
  });

  it('stays possible until the sweep has closed the case', () => {
    expect(found(supply({ place: PLACE }, { lease: [OTHER_FILE_ID] }, asked, '2027-01-15'))).toBeUndefined();
  });
});

describe('a supplement that never comes', () => {
  const lapse = (today: string): Result<Decision> => decide(asked, GOOD_ACTIONS.lapse, ACTORS.system, { ...decisionContext, today });

  it('closes the case the day after its date, and not before', () => {
    expect(found(lapse('2026-11-19'))).toEqual({ code: 'action-not-allowed', fields: [] });
    expect(found(lapse('2026-12-18'))).toEqual({ code: 'action-not-allowed', fields: [] });
    expect(after(lapse('2026-12-19'))).toMatchObject({ file: { state: 'returned' }, approved: false, tellApplicant: true, note: { title: '已退件' } });
  });
});
