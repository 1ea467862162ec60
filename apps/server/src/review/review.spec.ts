import type { ReviewCase } from '@yuezheng/shared-types';
import sharp from 'sharp';
import { expectRefused, type TestApp } from '../../test/app';
import { APPLY, Applicant, picture } from '../../test/applicant';
import { peopleWho } from '../../test/people';
import { openReviewDesk, type ReviewDesk } from '../../test/review-desk';
import { Reviewer } from '../../test/reviewer';
import { Audit } from '../platform/audit/audit';
import { newId } from '../platform/database/new-id';

const GUANGZHOU = '440100';

let app: TestApp;
let chen: Reviewer;
let liang: Reviewer;
let zhuhai: Reviewer;
let admin: Reviewer;
let submitted: ReviewDesk['submitted'];

beforeAll(async () => {
  ({ app, chen, liang, zhuhai, admin, submitted } = await openReviewDesk());
}, 60_000);
afterAll(() => app.close());

const auditOf = async (caseId: string): Promise<{ action: string; purpose: string | null }[]> =>
  app.database.query('SELECT action, purpose FROM audit_entries WHERE chain = $1 ORDER BY seq', [`case:${caseId}`]);

describe('two officials', () => {
  it('who claim at once: one gets the case, the other learns who', async () => {
    const { caseId } = await submitted();
    const answers = await Promise.all([chen.claim(caseId), liang.claim(caseId)]);
    const won = answers.find(({ status }) => status === 200)!.body;
    const lost = expectRefused(answers.find(({ status }) => status !== 200)!, 'claimed-by-other');
    expect(lost.current).toMatchObject({ id: caseId, claim: { name: won.claim?.name, mine: false } });
  });

  it('who decide at once: the case is decided once', async () => {
    const { caseId } = await submitted();
    const seen = await chen.claimed(caseId);
    const again = await Reviewer.of(app);
    const answers = await Promise.all([chen.decide(seen, 'approve'), again.decide(seen, 'return', { reason: '不符合申领条件' }), liang.decide(seen, 'approve')]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const mine = answers.slice(0, 2).find(({ status }) => status !== 200)!;
    expect(expectRefused(mine, 'version-conflict').current).toMatchObject({ id: caseId, actions: [] });
    expect([409]).toContain(answers[2]!.status);
    const steps = await app.database.query<{ action: string }>('SELECT action FROM case_actions WHERE case_id = $1 ORDER BY seq', [caseId]);
    expect(steps).toHaveLength(3);
  });

  it('cannot decide on what the other holds, and can once it is handed back', async () => {
    const { caseId } = await submitted();
    const seen = await chen.claimed(caseId);
    expectRefused(await liang.decide(seen, 'approve'), 'claimed-by-other');
    expectRefused(await liang.release(caseId), 'claimed-by-other');
    expect((await chen.release(caseId)).body).not.toHaveProperty('claim');
    expectRefused(await chen.decide((await chen.read(caseId)).body, 'approve'), 'not-claimed');
    expect((await liang.decide(await liang.claimed(caseId), 'approve')).body.state).toBe('approved');
    expectRefused(await chen.claim(caseId), 'action-not-allowed');
  });
});

describe('a claim', () => {
  it('tapped twice is one step, and the page of the first tap can still decide', async () => {
    const { caseId } = await submitted();
    const seen = await chen.claimed(caseId);
    const again = await chen.claimed(caseId);
    expect({ version: again.version, timeline: again.timeline.length }).toEqual({ version: seen.version, timeline: seen.timeline.length });
    expect((await chen.decide(seen, 'approve')).body.state).toBe('approved');
  });

  it('under the id in capitals is written into the audit of the same case', async () => {
    const { caseId } = await submitted();
    expect((await chen.claimed(caseId.toUpperCase())).id).toBe(caseId);
    expect((await chen.read(caseId.toUpperCase())).status).toBe(200);
    expect((await auditOf(caseId)).map(({ action }) => action)).toEqual(expect.arrayContaining(['case.submit', 'case.claim', 'case.read']));
  });
});

describe('an administrator', () => {
  it('frees the claim of an official who is away, and decides nothing', async () => {
    const { caseId } = await submitted();
    expect((await admin.read(caseId)).body).toMatchObject({ claimable: false, actions: [], portraitOnRecord: false, materials: [] });
    expectRefused(await admin.claim(caseId), 'forbidden');
    expectRefused(await admin.release(caseId), 'action-not-allowed');
    const claimed = await chen.claimed(caseId);
    expect(claimed.claim).toMatchObject({ mine: true, releasable: true });
    expect((await liang.read(caseId)).body.claim).toMatchObject({ mine: false, releasable: false });
    const seen = (await admin.read(caseId)).body;
    expect(seen.claim).toMatchObject({ mine: false, releasable: true });
    expectRefused(await admin.decide(seen, 'approve'), 'forbidden');
    expect((await admin.release(caseId)).body).not.toHaveProperty('claim');
    expectRefused(await admin.release(caseId), 'not-claimed');
    expect((await liang.read(caseId)).body.claimable).toBe(true);
    expect((await liang.claimed(caseId)).claim).toMatchObject({ mine: true });
    expect((await auditOf(caseId)).map(({ action }) => action)).toEqual(expect.arrayContaining(['case.claim', 'case.release']));
  });

  it('opens neither values in full nor faces', async () => {
    const { caseId } = await submitted();
    expectRefused(await app.call('POST', `/staff/cases/${caseId}/reveal`, { token: admin.token, body: { comparison: 'idNumber', purpose: '核对证件' } }), 'forbidden');
    expectRefused(await app.call('GET', `/staff/cases/${caseId}/portrait`, { token: admin.token }), 'forbidden');
  });
});

describe('the portrait on record', () => {
  it('is shown to the reviewer where the permit will carry it, and the reading is recorded', async () => {
    const { caseId } = await submitted();
    expect((await chen.read(caseId)).body.portraitOnRecord).toBe(true);
    const portrait = await app.call('GET', `/staff/cases/${caseId}/portrait`, { token: chen.token });
    expect([portrait.status, portrait.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(await sharp(portrait.raw).metadata()).toMatchObject({ width: 358, height: 441 });
    expectRefused(await app.call('GET', `/staff/cases/${caseId}/portrait`, { token: zhuhai.token }), 'forbidden');
    expect((await auditOf(caseId)).map(({ action }) => action)).toEqual(['case.submit', 'case.read', 'case.portrait-read']);
  });
});

describe('a decision', () => {
  it('sent again with its key is answered again and taken once', async () => {
    const { caseId } = await submitted();
    const seen = await chen.claimed(caseId);
    const key = newId();
    const first = await chen.decide(seen, 'approve', {}, key);
    await app.database.query('DELETE FROM idempotency_keys WHERE key = $1', [key]);
    const second = await chen.decide(seen, 'approve', {}, key);
    expect(second.body).toEqual(first.body);
    expect(await app.database.query('SELECT 1 FROM case_effects WHERE case_id = $1', [caseId])).toHaveLength(1);
  });

  it('on what was seen before something changed is refused with the present state', async () => {
    const { caseId, applicant } = await submitted();
    const seen = await chen.claimed(caseId);
    await app.call('POST', `/cases/${caseId}/withdraw`, { token: applicant.token, body: { version: seen.version } });
    expect(expectRefused(await chen.decide(seen, 'approve'), 'version-conflict').current).toMatchObject({ state: 'withdrawn' });
  });

  it('needs a reason, or the items, or days that are left to give', async () => {
    const { caseId } = await submitted();
    const seen = await chen.claimed(caseId);
    expectRefused(await chen.decide(seen, 'return', { reason: '  ' }), 'reason-required');
    expectRefused(await chen.decide(seen, 'return'), 'reason-required');
    expectRefused(await chen.decide(seen, 'request-supplement', { items: [] }), 'supplement-items-required');
    expectRefused(await chen.decide(seen, 'request-supplement', { items: [{ kind: 'material', target: 'homeProof', title: '住所证明', reason: '' }] }), 'field-invalid');
    expectRefused(await chen.decide(seen, 'request-supplement', { items: [{ kind: 'field', target: 'name', title: '姓名', reason: '改名' }] }), 'field-invalid');
    expectRefused(await chen.decide(seen, 'burn'), 'invalid-request');
    const extended = (await chen.decide(seen, 'extend', { reason: '需要实地核查' })).body;
    expect(extended.clock!.remaining).toBeGreaterThan(seen.clock!.remaining);
    expectRefused(await chen.decide(extended, 'extend', { reason: '再延长' }), 'already-extended');
    expect((await chen.read(caseId)).body).toMatchObject({ state: 'in-review', version: extended.version });
  });

  it('leaves a history that cannot be changed', async () => {
    const { caseId } = await submitted();
    await chen.claimed(caseId);
    await expect(app.database.query(`UPDATE case_actions SET action = 'approve' WHERE case_id = $1`, [caseId])).rejects.toThrow('append-only');
    await expect(app.database.query('DELETE FROM case_actions WHERE case_id = $1', [caseId])).rejects.toThrow('append-only');
  });
});

describe('a case that waits for its applicant', () => {
  it('stands in a place of its own, is nobody’s work, and can be freed by an administrator', async () => {
    const { caseId, applicant } = await submitted();
    const claimed = await chen.claimed(caseId);
    const before = (await chen.queue('mine')).body.counts;
    const items = [{ kind: 'field', target: 'phone', title: '手机号码', reason: '号码有误' }] as const;
    const asked = (await chen.decide(claimed, 'request-supplement', { items })).body;
    expect(asked.claim).toMatchObject({ mine: true, releasable: true });
    const waiting = (await chen.queue('waiting')).body;
    expect(waiting.items).toContainEqual(expect.objectContaining({ id: caseId, state: 'supplement', claimedByName: '陈志远' }));
    expect(waiting.counts).toEqual({ ...before, open: before.open - 1, mine: before.mine - 1, claimed: before.claimed - 1, waiting: before.waiting + 1 });
    expect((await chen.queue('mine')).body.items.map(({ id }) => id)).not.toContain(caseId);

    expect((await liang.read(caseId)).body.claim).toMatchObject({ releasable: false });
    expectRefused(await liang.release(caseId), 'claimed-by-other');
    const freed = (await admin.release(caseId)).body;
    expect(freed).toMatchObject({ state: 'supplement', claimable: false, clock: { paused: true } });
    expect(freed).not.toHaveProperty('claim');
    const body = { version: freed.version, values: { phone: applicant.person.phone }, materials: {} };
    expect((await app.call('POST', `/cases/${caseId}/supplement`, { token: applicant.token, body })).status).toBe(200);
    expect((await liang.queue('unclaimed')).body.items).toContainEqual(expect.objectContaining({ id: caseId, supplied: true }));
    expect((await liang.read(caseId)).body.timeline.map(({ title, asked }) => ({ title, asked }))).toContainEqual({ title: '补件', asked: [{ title: '手机号码', reason: '号码有误' }] });
    expect((await liang.decide(await liang.claimed(caseId), 'approve')).body.state).toBe('approved');
  });
});

describe('a supplement', () => {
  const items = [
    { kind: 'material', target: 'homeProof', title: '住所证明', reason: '看不清，请重拍' },
    { kind: 'field', target: 'phone', title: '手机号码', reason: '号码有误' },
  ] as const;

  const asked = async (): Promise<{ applicant: Applicant; send: (values: object, materials: object, version?: number) => ReturnType<TestApp['call']>; paper: string; targets: ReviewCase['supplementTargets'] }> => {
    const { caseId, applicant } = await submitted();
    const claimed = await chen.claimed(caseId);
    const { version } = (await chen.decide(claimed, 'request-supplement', { items })).body;
    const paper = (await applicant.upload(await picture().jpeg().toBuffer())).body.id;
    const send = (values: object, materials: object, seen = version): ReturnType<TestApp['call']> =>
      app.call('POST', `/cases/${caseId}/supplement`, { token: applicant.token, body: { version: seen, values, materials } });
    return { applicant, send, paper, targets: claimed.supplementTargets };
  };

  it('is taken whole and clean, or not at all', async () => {
    const { applicant, send, paper, targets } = await asked();
    // Exempt: no material is asked for here, so that all of them stand apart; hidden fields are not offered at all.
    expect(new Set(targets.map(({ kind, asked: has }) => `${kind} ${has}`))).toEqual(new Set(['material false', 'field true']));
    expectRefused(await send({}, { homeProof: [paper] }), 'supplement-incomplete');
    expectRefused(await send({ phone: '1' }, { homeProof: [paper] }), 'field-invalid');
    expect(expectRefused(await send({ phone: applicant.person.phone, purpose: 'study' }, { homeProof: [paper] }), 'field-hidden').fields?.[0]?.path).toBe('values.purpose');
    expectRefused(await send({ phone: applicant.person.phone }, { homeProof: [newId()] }), 'field-invalid');
    expectRefused(await send({ phone: applicant.person.phone }, { homeProof: [paper] }, 1), 'version-conflict');
    expect((await send({ phone: applicant.person.phone }, { homeProof: [paper] })).body).toMatchObject({ state: 'in-review' });
    expectRefused(await send({ phone: applicant.person.phone }, { homeProof: [paper] }), 'version-conflict');
  });
});

describe('personal data', () => {
  it('is masked, shown for a purpose, and every reading has its entry', async () => {
    const { caseId, applicant } = await submitted();
    const seen: ReviewCase = (await chen.read(caseId)).body;
    expect(JSON.stringify(seen)).not.toContain(applicant.person.idNumber);
    expect(seen.comparisons.find(({ id }) => id === 'idNumber')).toMatchObject({ sensitive: true, result: 'match' });
    const reveal = (body: object, token = chen.token) => app.call('POST', `/staff/cases/${caseId}/reveal`, { token, body });
    expect((await reveal({ comparison: 'idNumber', purpose: '核对证件' })).body).toEqual({ value: applicant.person.idNumber });
    expectRefused(await reveal({ comparison: 'idNumber', purpose: ' ' }), 'invalid-request');
    expectRefused(await reveal({ comparison: 'secret', purpose: '核对证件' }), 'not-found');
    expectRefused(await reveal({ comparison: 'idNumber', purpose: '核对证件' }, zhuhai.token), 'forbidden');
    expect(await auditOf(caseId)).toEqual([
      { action: 'case.submit', purpose: null },
      { action: 'case.read', purpose: '审核' },
      { action: 'case.field-read', purpose: '核对证件' },
    ]);
    await expect(app.get(Audit).verify(`case:${caseId}`)).resolves.toEqual({ intact: true, entries: 3 });
  });

  it('of files is read through the case alone', async () => {
    const [person] = await peopleWho(app, 'with-materials', GUANGZHOU);
    const applicant = await Applicant.of(app, person!);
    const [named, unnamed] = [(await applicant.upload(await picture().jpeg().toBuffer())).body.id, (await applicant.upload(await picture().jpeg().toBuffer())).body.id];
    const { caseId } = await applicant.submitted(APPLY, { situation: 'home', values: { homeBasis: 'rented' }, materials: { homeProof: [named] } });
    const file = (id: string, token = chen.token) => app.call('GET', `/staff/cases/${caseId}/files/${id}?size=thumb`, { token });
    expect((await file(named)).headers['content-type']).toBe('image/jpeg');
    expectRefused(await file(unnamed), 'not-found');
    expectRefused(await file(named, zhuhai.token), 'forbidden');
    expect((await auditOf(caseId)).map(({ action }) => action)).toEqual(['case.submit', 'case.file-read']);
  });

  it('lies nowhere in clear in the tables of cases', async () => {
    const { applicant } = await submitted();
    for (const table of ['cases', 'drafts', 'case_actions', 'case_effects', 'eligibility_checks', 'audit_entries']) {
      const found = await app.database.query(`SELECT 1 FROM ${table} t WHERE t::text LIKE $1 OR t::text LIKE $2 OR t::text LIKE $3`, [
        `%${applicant.person.name}%`, `%${applicant.person.idNumber}%`, `%${applicant.person.phone}%`,
      ]);
      expect({ table, found: found.length }).toEqual({ table, found: 0 });
    }
  });
});
