import { factsOf, holding, insured, registered, TODAY } from '../../testing/facts';
import type { ServiceFixtures } from '../../testing/service-fixtures';
import { guangzhou } from '../cities/guangzhou';
import { shenzhen } from '../cities/shenzhen';
import { endorseResidencePermit } from '.';

const FILE = '0199f1a2-0000-7000-8000-000000000001';

const due = holding('2026-12-20');
const settled = factsOf({ registrations: [registered('2024-04-13')], insurance: [insured(30)], permit: due });
const endorsed = { type: 'endorsePermit', permitId: due.id, endorsedOn: TODAY } as const;
const confirmed = { city: guangzhou, facts: settled, submission: { situation: 'employment', values: {}, materials: {} } };
const withPapers = {
  city: guangzhou,
  facts: { ...settled, insurance: [] },
  submission: { situation: 'employment', values: { employer: '广州明岚设计有限公司' }, materials: { employmentProof: [FILE] } },
};
const overdue = holding('2026-10-20', { status: 'suspended' });
const inShenzhen = {
  city: shenzhen,
  facts: factsOf({
    registrations: [registered('2024-04-13', { city: '440300', district: '440305' })],
    insurance: [insured(12, '2026-11', '440300')],
    permit: holding('2027-01-21', { city: '440300', district: '440305' }),
  }),
  submission: confirmed.submission,
};

export const fixtures: ServiceFixtures = {
  service: endorseResidencePermit,
  good: [
    { ...confirmed, name: '数据核验通过，只需确认', automatic: true, effects: [{ ...endorsed, validUntil: '2027-12-20', residenceSince: '2025-12-20', restored: false }] },
    {
      ...confirmed, name: '逾期补办，从今天起重新计算', automatic: true, facts: { ...settled, permit: overdue },
      effects: [{ ...endorsed, validUntil: '2027-11-22', residenceSince: TODAY, restored: true }],
    },
    { ...withPapers, name: '数据查不到就业，上传劳动合同', automatic: false, effects: [{ ...endorsed, validUntil: '2027-12-20', restored: false }] },
    {
      ...withPapers, name: '居住登记已中断，另传继续居住的证明', automatic: false, facts: { ...settled, registrations: [] },
      submission: { ...withPapers.submission, materials: { employmentProof: [FILE], residenceProof: [FILE] } }, effects: [{ validUntil: '2027-12-20' }],
    },
    { ...inShenzhen, name: '深圳提前 60 日，社保连续 12 个月', automatic: true, effects: [{ validUntil: '2028-01-21', restored: false }] },
  ],
  bad: [
    { ...confirmed, name: '时间未到', facts: { ...settled, permit: holding('2026-12-23') }, code: 'not-eligible' },
    { ...confirmed, name: '没有居住证', facts: { ...settled, permit: undefined }, code: 'not-eligible' },
    { ...confirmed, name: '居住证已注销', facts: { ...settled, permit: holding('2026-12-20', { status: 'cancelled' }) }, code: 'not-eligible' },
    { ...inShenzhen, name: '深圳逾期超过两年', facts: { ...inShenzhen.facts, permit: holding('2024-11-21', { city: '440300', status: 'suspended' }) }, code: 'not-eligible' },
    { ...confirmed, name: '免材料还传材料', code: 'field-hidden', paths: ['materials.employmentProof'], submission: { ...confirmed.submission, materials: { employmentProof: [FILE] } } },
    {
      ...confirmed, name: '数据没有确认的情形不在可选之列', code: 'field-invalid', paths: ['situation', 'values.school', 'materials.schoolingProof'],
      submission: { ...confirmed.submission, situation: 'schooling' },
    },
    { ...withPapers, name: '材料页数过多', code: 'field-invalid', paths: ['materials.employmentProof'], submission: { ...withPapers.submission, materials: { employmentProof: Array.from({ length: 5 }, () => FILE) } } },
    { ...withPapers, name: '没有上传劳动合同', code: 'material-missing', paths: ['materials.employmentProof'], submission: { ...withPapers.submission, materials: {} } },
    {
      ...inShenzhen, name: '深圳只看就业', code: 'field-invalid', paths: ['situation', 'values.homeBasis', 'materials.homeProof'],
      submission: { ...inShenzhen.submission, situation: 'home' },
    },
  ],
};
