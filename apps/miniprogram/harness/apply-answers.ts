import { apiPath, everydayAnswers } from './answers';
import type { WxAnswer, WxRequest } from './fake-wx';

export const SERVICE_ID = 'try-permit';
const DRAFT_ID = '5b0c1e3a-0000-4000-8000-00000000000d';
const CASE_ID = '5b0c1e3a-0000-4000-8000-00000000000c';
const CHECK_ID = '5b0c1e3a-0000-4000-8000-00000000000e';
const NUMBER = 'GZ2026 1122 0317';

const guide = {
  summary: '在手机上申领。', who: ['在本市居住的人'], conditions: ['住满半年'], materials: [], steps: [{ title: '资格校验', text: '自动查询' }],
  fee: '免费', timeLimit: '15 日内', legalBasis: [], faq: [{ question: '收费吗？', answer: '不收费。' }],
};

/** A service that no code of the mini-program knows by name. */
const definition = {
  id: SERVICE_ID, version: 1, title: '试办证件', shortTitle: '试办证件', icon: 'document', group: 'g', summary: '', keywords: [],
  startVerb: '开始试办', submitVerb: '交上去', pledge: '我承诺内容真实。', needsPermit: false, guide, timeLimit: { days: 15, unit: 'day' }, feeFen: 0,
  situations: [{ id: 'job', title: '在这里工作', description: '' }, { id: 'home', title: '在这里有房', description: '' }],
  form: [{
    id: 'one', title: '核对信息', lead: '',
    fields: [
      { id: 'name', label: '姓名', type: 'known' },
      { id: 'purpose', label: '居住事由', type: 'choice', example: '务工', options: [{ value: 'work', label: '务工' }, { value: 'family', label: '随迁' }] },
    ],
  }],
  materials: [{ id: 'deed', title: '房产证明', hint: '拍清地址', max: 2, visible: { op: 'situation', in: ['home'] } }],
};

const eligibility = {
  id: CHECK_ID, serviceId: SERVICE_ID, city: '440100', checkedAt: '2026-11-22T01:41:00.000Z', verdict: 'exempt', headline: '可以办，且无需材料', legalBasis: '《条例》第二条',
  rules: [{
    id: 'r', title: '住满半年', met: true, tag: '符合',
    findings: [{ id: 'f', title: '居住登记', status: 'met', found: '2026-04-13 起登记', source: { name: '居住登记', asOf: '2026-11-22', detail: '公安机关' } }],
  }],
  situations: [{ id: 'job', exempt: true, note: '社会保险 9 个月' }, { id: 'home', exempt: false, note: '上传房产证明' }],
  next: { title: '接下来', text: '确认信息即可提交。' },
};

const caseView = {
  id: CASE_ID, number: NUMBER, version: 1, serviceId: SERVICE_ID, serviceTitle: definition.title, city: '440100', cityName: '广州市', forName: '林晓岚',
  state: 'submitted', stateLabel: '已提交', tone: 'info', headline: '已收到申请，将在 12 月 7 日前办结', submittedAt: '2026-11-22T01:41:00.000Z', updatedAt: '2026-11-22T01:41:00.000Z',
  facts: [], timeline: [], clock: { dueOn: '2026-12-07', remaining: 15, unit: 'day', paused: false, overdue: false, text: '15 天' }, actions: ['withdraw'],
};

const city = { code: '440100', name: '广州市', initial: 'G', pinyin: 'guangzhou', districts: [{ code: '440106', name: '天河区' }] };

/** A server with one service, one draft and one case. */
export class ApplyServer {
  draft = {
    id: DRAFT_ID, version: 1, serviceId: SERVICE_ID, city: '440100', definition, eligibility, situation: 'job', values: {} as Record<string, unknown>, materials: {},
    known: { name: '林晓岚' }, photoOnRecord: true, step: 'form', savedAt: '2026-11-22T01:41:00.000Z',
  };
  /** Idempotency keys of the submissions that came in. */
  readonly submissions: (string | undefined)[] = [];
  /** How many submissions are lost on their way back. */
  losing = 0;

  answer(request: WxRequest): WxAnswer {
    const path = apiPath(request);
    const ok = (body: unknown): WxAnswer => ({ status: 200, body });
    if (path === '/cities') return ok({ cities: [city] });
    if (path === '/me') return ok({ verified: true, name: '林晓岚', wards: [], unreadMessages: 0 });
    if (path === '/config') return ok({ now: Date.now(), subscribeTemplates: [{ id: 'template', title: '办理结果' }] });
    if (path === `/services/${SERVICE_ID}`) return ok(definition);
    if (path === `/services/${SERVICE_ID}/eligibility`) return ok(eligibility);
    if (path === '/drafts') return ok(request.method === 'POST' ? this.draft : { drafts: [] });
    if (path === `/drafts/${DRAFT_ID}`) return ok(request.method === 'PUT' ? this.save(JSON.parse(String(request.data)) as object) : this.draft);
    if (path === `/drafts/${DRAFT_ID}/submit`) return this.submit(request);
    if (path === `/cases/${CASE_ID}`) return ok(caseView);
    return everydayAnswers(request);
  }

  private save(sent: object): unknown {
    this.draft = { ...this.draft, ...sent, version: this.draft.version + 1 };
    return this.draft;
  }

  private submit({ header }: WxRequest): WxAnswer {
    this.submissions.push(header['Idempotency-Key']);
    if (this.losing > 0) {
      this.losing -= 1;
      return 'offline';
    }
    return { status: 200, body: { caseId: CASE_ID, number: NUMBER } };
  }
}
