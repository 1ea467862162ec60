import { employed, enrolled, factsOf, holding, insured, owning, registered, TODAY } from '../../testing/facts';
import type { ServiceFixtures } from '../../testing/service-fixtures';
import { dongguan } from '../cities/dongguan';
import { guangzhou } from '../cities/guangzhou';
import { applyResidencePermit } from '.';

const FILE = '0199f1a2-0000-7000-8000-000000000001';

const address = { district: '440106', detail: '体育西路 103 号 A 座 1204 房' };
const values = { address, phone: '13800006207', purpose: 'work' };
const settled = factsOf({ registrations: [registered('2026-04-13')], insurance: [insured(9)] });
const unproven = factsOf({ registrations: [registered('2026-04-13')] });
const issued = { type: 'issuePermit', city: '440100', address, issuedOn: TODAY, validUntil: '2027-11-22', residenceSince: TODAY } as const;

const exempt = { city: guangzhou, facts: settled, submission: { situation: 'employment', values, materials: {} } };
const withPapers = {
  city: guangzhou,
  facts: unproven,
  submission: { situation: 'employment', values: { ...values, employer: '广州明岚设计有限公司' }, materials: { employmentProof: [FILE] } },
};

export const fixtures: ServiceFixtures = {
  service: applyResidencePermit,
  good: [
    { ...exempt, name: '社保连续 9 个月，免材料', automatic: false, effects: [issued] },
    { ...withPapers, name: '数据查不到就业，上传劳动合同', automatic: false, effects: [issued] },
    {
      ...exempt, name: '有社保的人也可以凭租赁合同办理', automatic: false, effects: [issued],
      submission: { situation: 'home', values: { ...values, homeBasis: 'rented' }, materials: { homeProof: [FILE, FILE] } },
    },
    {
      ...exempt, name: '没有登记，住在父母名下的房屋', automatic: false, effects: [issued], facts: factsOf({ ownedHomes: [owning('2026-05-22', 'parent')] }),
      submission: { ...exempt.submission, situation: 'home' },
    },
    {
      ...exempt, name: '就读满半年的学生', automatic: false, effects: [issued], facts: factsOf({ registrations: [registered('2026-09-01')], schooling: [enrolled('2025-09-01')] }),
      submission: { situation: 'schooling', values: { ...values, purpose: 'study' }, materials: {} },
    },
    {
      ...exempt, name: '没有留存照片，本次上传', automatic: false, effects: [{ ...issued, photoFileId: FILE }], facts: { ...settled, photoTakenOn: undefined },
      submission: { ...exempt.submission, values: { ...values, photo: FILE } },
    },
    {
      ...exempt, name: '居住事由选其他并说明', automatic: false, effects: [issued],
      submission: { ...exempt.submission, values: { ...values, purpose: 'other', purposeNote: '陪同家人就医' } },
    },
    {
      name: '东莞没有区县，地址写市', city: dongguan, automatic: false, effects: [{ ...issued, city: '441900', address: { ...address, district: '441900' } }],
      facts: factsOf({ registrations: [registered('2026-04-13', { city: '441900', district: '441900' })], employment: [employed({ city: '441900' })] }),
      submission: { ...exempt.submission, values: { ...values, address: { ...address, district: '441900' } } },
    },
  ],
  bad: [
    { ...exempt, name: '居住登记未满半年', facts: { ...settled, registrations: [registered('2026-05-23')] }, code: 'not-eligible' },
    { ...exempt, name: '登记信息错误不计入', facts: { ...settled, registrations: [registered('2024-01-01', { status: 'wrong-information' })] }, code: 'not-eligible' },
    { ...exempt, name: '登记在别的城市', facts: { ...settled, registrations: [registered('2024-01-01', { city: '440400' })] }, code: 'not-eligible' },
    { ...exempt, name: '香港居民', facts: factsOf({ ...settled, person: { documentType: 'hk-macao-permit', idNumber: 'H12345678' } }), code: 'not-eligible' },
    { ...exempt, name: '户籍就在广州', facts: factsOf({ ...settled, person: { household: { code: '440103', text: '广东省广州市荔湾区' } } }), code: 'not-eligible' },
    { ...exempt, name: '已有居住证', facts: { ...settled, permit: holding('2027-06-01') }, code: 'not-eligible' },
    {
      ...exempt, name: '填了别的城市的地址', code: 'city-mismatch', paths: ['values.address'],
      submission: { ...exempt.submission, values: { ...values, address: { district: '440402', detail: '凤凰南路 1 号' } } },
    },
    {
      ...exempt, name: '区县不存在', code: 'field-invalid', paths: ['values.address'],
      submission: { ...exempt.submission, values: { ...values, address: { ...address, district: '440199' } } },
    },
    { ...exempt, name: '免材料还填工作单位', code: 'field-hidden', paths: ['values.employer'], submission: { ...exempt.submission, values: { ...values, employer: '某公司' } } },
    { ...exempt, name: '免材料还传材料', code: 'field-hidden', paths: ['materials.employmentProof'], submission: { ...exempt.submission, materials: { employmentProof: [FILE] } } },
    { ...exempt, name: '改填政务数据已有的姓名', code: 'field-hidden', paths: ['values.name'], submission: { ...exempt.submission, values: { ...values, name: '林岚' } } },
    { ...withPapers, name: '没有上传劳动合同', code: 'material-missing', paths: ['materials.employmentProof'], submission: { ...withPapers.submission, materials: {} } },
    {
      ...withPapers, name: '一次说清所有问题', code: 'field-invalid', paths: ['values.phone', 'values.purpose', 'values.employer', 'materials.employmentProof'],
      submission: { situation: 'employment', values: { address, phone: '1380000' }, materials: {} },
    },
    { ...exempt, name: '没有照片也没有上传', code: 'field-invalid', paths: ['values.photo'], facts: { ...settled, photoTakenOn: undefined } },
    { ...exempt, name: '没有选择情形', code: 'field-invalid', paths: ['situation'], submission: { ...exempt.submission, situation: undefined } },
  ],
};
