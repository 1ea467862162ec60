import { availableResidentActions, availableReviewActions, decide, startClock, type Actor, type CaseFile } from '@yuezheng/case-engine';
import { factsOf, holding, registered } from '../testing/facts';
import { walk, type Attempt } from '../testing/service-fixtures';
import { servicesIn, SERVICES, summaryOf } from './catalogue';
import { foshan } from './cities/foshan';
import { zhuhai } from './cities/zhuhai';
import { defineService } from './define-service';
import { guide } from './apply/guide';
import type { Service } from './service';
import { isWorkingDay } from './working-days';

/** Row F3: a service that nobody built, as data and three small functions. Nothing else in the house knows it. */
const changeAddress: Service = {
  definition: defineService({
    id: 'change-address', version: 1, title: '居住证地址变更', shortTitle: '地址\n变更', icon: 'house', group: 'residence-permit', summary: '在本市内搬家后更新居住证地址。',
    keywords: ['居住证地址变更', '搬家'], startVerb: '开始变更', submitVerb: '提交变更', pledge: '我承诺以上信息真实。', needsPermit: true, guide,
    situations: {},
    fields: {
      address: { type: 'address', label: '新居住地址', example: '凤凰南路 1 号 2 栋 301 房' },
      movedOn: { type: 'date', label: '搬入日期', notAfter: 'today' },
      rented: { type: 'choice', label: '是否租房', options: [{ value: 'yes', label: '是' }, { value: 'no', label: '否' }] },
    },
    sections: [{ id: 'home', title: '新住所', lead: '填写搬入的地址。', fields: ['address', 'movedOn', 'rented'] }],
    materials: { lease: { title: '租赁合同', hint: '拍清地址和期限', max: 3, visible: { op: 'equals', field: 'rented', value: 'yes' } } },
    decidedAutomatically: { op: 'equals', field: 'rented', value: 'no' },
    timeLimit: { days: 3, unit: 'working-day' },
    feeFen: 0,
  }),
  eligibility: ({ permit }, city) => ({
    verdict: permit ? 'with-materials' : 'refused', headline: '', legalBasis: city.legalBasis, rules: [], situations: [], next: { title: '', text: '' },
  }),
  known: () => ({}),
  prefill: () => ({}),
  comparisons: () => [],
  effects: (_filed, { today, permit }) =>
    permit ? [{ type: 'endorsePermit', permitId: permit.id, endorsedOn: today, validUntil: permit.validUntil, residenceSince: permit.residenceSince, restored: false }] : [],
  review: { returnReasons: [], suggestions: {} },
};

const FILE = '0199f1a2-0000-7000-8000-000000000001';
const OFFICIAL: Actor = { kind: 'staff', id: 'official', roles: ['reviewer'], cities: ['440400'] };
const RESIDENT: Actor = { kind: 'resident', id: 'resident' };

const facts = factsOf({ registrations: [registered('2024-01-01', { city: '440400' })], permit: holding('2027-06-01', { city: '440400' }) });
const values = { address: { district: '440402', detail: '凤凰南路 1 号 2 栋 301 房' }, movedOn: '2026-11-01', rented: 'yes' };
const attempt: Attempt = { name: '', city: zhuhai, facts, submission: { situation: undefined, values, materials: { lease: [FILE] } } };
const owner: Attempt = { ...attempt, submission: { situation: undefined, values: { ...values, rented: 'no' }, materials: {} } };

describe('a third service, added as data (row F3)', () => {
  it('is found where it is covered, and nowhere else', () => {
    const services = [...SERVICES, changeAddress];
    expect(servicesIn(zhuhai, '地址变更', services).map((service) => summaryOf(service).title)).toEqual(['居住证地址变更']);
    expect(servicesIn(foshan, '地址变更', services)).toEqual([]);
  });

  it('is checked, reviewed and carried out', () => {
    expect(walk(changeAddress, attempt)).toMatchObject({ ok: true, value: { automatic: false, effects: [{ permitId: facts.permit?.id }] } });
    expect(walk(changeAddress, owner)).toMatchObject({ ok: true, value: { automatic: true } });
  });

  it('is refused where its own data say so', () => {
    const code = (changes: Partial<Attempt>): string => {
      const result = walk(changeAddress, { ...attempt, ...changes });
      return result.ok ? 'ok' : result.refusal.code;
    };
    expect(code({ facts: factsOf() })).toBe('not-eligible');
    expect(code({ submission: { ...attempt.submission, materials: {} } })).toBe('material-missing');
    expect(code({ submission: { ...owner.submission, materials: { lease: [FILE] } } })).toBe('field-hidden');
    expect(code({ submission: { ...attempt.submission, values: { ...values, movedOn: '2026-11-23' } } })).toBe('field-invalid');
    expect(code({ submission: { ...attempt.submission, values: { ...values, address: { district: '440106', detail: '体育西路 103 号' } } } })).toBe('city-mismatch');
  });

  it('has its buttons and its clock', () => {
    const { definition } = changeAddress;
    const submitted: CaseFile = {
      ...attempt.submission, state: 'submitted', holderId: 'resident', applicantId: 'resident', city: zhuhai.code, definition, exempt: false, photoOnRecord: true,
      clock: startClock(definition.timeLimit, facts.today),
    };
    const context = { today: facts.today, cityName: zhuhai.name, isWorkingDay };
    expect(availableResidentActions(submitted, RESIDENT)).toEqual(['withdraw']);
    const claimed = decide(submitted, { type: 'claim' }, OFFICIAL, context);
    const file = claimed.ok ? claimed.value.file : submitted;
    // This law knows no extension, so none is offered.
    expect(availableReviewActions(file, OFFICIAL).map(({ action }) => action)).toEqual(['request-supplement', 'return', 'approve']);
    const asked = decide(file, { type: 'request-supplement', items: [{ kind: 'material', target: 'lease', title: '租赁合同', reason: '缺少签名页' }] }, OFFICIAL, context);
    expect(asked).toMatchObject({ ok: true, value: { note: { detail: '一次性告知 1 项，请在 12 月 22 日前补正：租赁合同' } } });
  });
});
