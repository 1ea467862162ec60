import type { ReviewActionView, ReviewCase } from '@yuezheng/shared-types';

export const APPROVE: ReviewActionView = {
  action: 'approve',
  label: '通过并签发',
  shortcut: 'A',
  tone: 'primary',
  asks: 'nothing',
};
export const RETURN: ReviewActionView = {
  action: 'return',
  label: '退件并说明',
  shortcut: 'R',
  tone: 'danger',
  asks: 'reason',
};
export const SUPPLEMENT: ReviewActionView = {
  action: 'request-supplement',
  label: '一次性告知补件',
  shortcut: 'S',
  tone: 'plain',
  asks: 'items',
};

/** A case in review by the official at this desk, with what a spec changes. */
export const sampleCase = (changes: Partial<ReviewCase> = {}): ReviewCase => ({
  id: '00000000-0000-4000-8000-000000000001',
  number: 'GZ20261110000317',
  version: 3,
  serviceId: 'any-service',
  serviceTitle: '申领电子居住证',
  cityName: '广州市',
  applicant: '林晓岚',
  state: 'in-review',
  stateLabel: '审核中',
  tone: 'info',
  legalBasis: '《居住证暂行条例》第二条、第九条',
  situation: '合法稳定就业',
  exempt: false,
  claimable: false,
  claim: {
    staffId: '00000000-0000-4000-8000-000000000009',
    name: '陈志远',
    at: '2026-11-20T01:38:00.000Z',
    mine: true,
    releasable: true,
  },
  verdict: '符合，需核对材料',
  rules: [],
  comparisons: [],
  facts: [],
  portraitOnRecord: false,
  materials: [],
  supplementTargets: [
    { kind: 'material', target: 'contract', title: '劳动合同', asked: true, suggestions: ['请补交盖有公章的整份合同'] },
    { kind: 'material', target: 'lease', title: '租赁合同', asked: true, suggestions: [] },
    { kind: 'field', target: 'employer', title: '工作单位', asked: true, suggestions: ['请按营业执照填写单位全称'] },
    { kind: 'material', target: 'enrolment', title: '入学证明', asked: false, suggestions: [] },
  ],
  returnReasons: ['不在本市居住满半年，请于满半年后再申请。'],
  timeline: [],
  actions: [APPROVE, RETURN, SUPPLEMENT],
  ...changes,
});
