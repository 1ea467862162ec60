import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { ERRORS, type CaseSummary, type Draft } from '@yuezheng/shared-types';
import { expectRefused } from './support/api';
import { Official } from './support/official';
import type { TestPerson } from './support/outside';
import { APPLY, Resident } from './support/resident';
import { onItsOwn } from './support/story';
import { World } from './support/world';

const GUANGZHOU = '440100';
const FIFTY_MB = 50 * 1000 * 1000;
const EMPLOYED = { situation: 'employment', values: { purpose: 'work', employer: '广州明岚设计有限公司' } };

/** GB 11643: the last place makes the weighted sum 1 modulo 11. */
const withCheckDigit = (seventeen: string): string => {
  const sum = Array.from(seventeen).reduce((so, digit, place) => so + Number(digit) * 2 ** (17 - place), 0);
  return seventeen + '10X98765432'.charAt(sum % 11);
};

/** Whatever goes in, a sentence and a code come out; nothing typed is lost and nothing is half-written. */
describe('bad input', () => {
  let world: World;
  const used = new Map<string, number>();

  const folder = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-bad-input-'));

  beforeAll(async () => {
    world = await World.start();
  }, 120_000);

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await world?.stop();
  });

  const test = onItsOwn(() => world);

  /** Somebody of that situation in Guangzhou whom no other test has. */
  async function next(archetype: string): Promise<TestPerson> {
    const nth = used.get(archetype) ?? 0;
    used.set(archetype, nth + 1);
    return world.outside.person({ archetype, city: GUANGZHOU }, nth);
  }

  const casesOf = async (resident: Resident): Promise<readonly CaseSummary[]> => (await resident.get<{ cases: CaseSummary[] }>('/cases')).body.cases;
  const draftOf = async (resident: Resident, id: string): Promise<Draft> => (await resident.get<Draft>(`/drafts/${id}`)).body;

  describe('who somebody is', () => {
    const realName = async (idNumber: string) => {
      const resident = await Resident.loggedIn(world, await world.outside.person({ archetype: 'exempt', city: '440400' }));
      return resident.post('/auth/real-name', { documentType: 'citizen-id', name: resident.person.name, idNumber });
    };

    test('a number whose check digit is wrong', async () => void expectRefused(await realName('430422199608155222'), 'citizen-id-invalid'));

    test('a birthday to come', async () => void expectRefused(await realName(withCheckDigit('11010120990101123')), 'birthday-in-future'));

    test('a name that belongs to another number', async () => {
      expectRefused(await realName((await world.outside.person({ text: '林晓岚' })).idNumber), 'real-name-mismatch');
    });
  });

  describe('files', () => {
    test('a foreign file named .jpg and 50 MB, on the page', async () => {
      const large = path.join(folder, 'large.jpg');
      writeFileSync(large, Buffer.alloc(FIFTY_MB, 0xff));
      const person = await next('with-materials');
      const resident = await Resident.verified(world, person);
      const draft = await resident.draft(APPLY, { ...EMPLOYED, step: 'materials' });
      const phone = await world.phoneOf(person);
      await phone.open(`packages/apply/materials/index?draftId=${draft.id}`);
      await phone.sees('0 / 4 张');
      await phone.pick(/拍摄或选择劳动合同/, { name: '劳动合同.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<?php 不是图片'.repeat(500)) });
      await phone.sees(ERRORS['file-type-unsupported'].sentence);
      await phone.keep('60-foreign-file');
      await phone.pick(/拍摄或选择劳动合同/, large);
      await phone.sees(/图片超过 10 MB/);
      await phone.keep('61-large-file');
      expect(await draftOf(resident, draft.id)).toMatchObject({ version: draft.version, materials: {} });
      expect(phone.problems).toEqual([]);
    });

    test('the same past the page', async () => {
      const resident = await Resident.verified(world, await next('exempt'));
      expectRefused(await resident.upload(Buffer.from('<?php 不是图片'.repeat(500))), 'file-type-unsupported');
      expectRefused(await resident.upload(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(4000)])), 'file-unreadable');
      expectRefused(await resident.upload(Buffer.alloc(FIFTY_MB, 0xff)), 'body-too-large');
    });
  });

  describe('forms', () => {
    test('for another city', async () => {
      const resident = await Resident.verified(world, await next('exempt'));
      const address = { district: '440305', detail: '深南大道 9988 号 1201 房' };
      const draft = await resident.draft(APPLY, { values: { address } });
      const problem = expectRefused(await resident.submit(draft), 'city-mismatch');
      expect(problem.fields).toEqual([expect.objectContaining({ path: 'values.address', message: expect.stringContaining('广州市') })]);
      expect((await draftOf(resident, draft.id)).values.address).toEqual(address);
      expect(await casesOf(resident)).toEqual([]);
      expectRefused(await resident.check(APPLY, '440300'), 'service-unavailable-in-city');
    });

    test('for a city that does not offer the service, from a link', async () => {
      const phone = await world.phoneOf(await next('exempt'));
      await phone.open(`packages/apply/guide/index?serviceId=${APPLY}&city=440300`);
      await phone.sees(ERRORS['service-unavailable-in-city'].sentence, '查看可办事项');
      await phone.keep('62-not-in-this-city');
    });

    test('for no city, and for no page at all, from a link', async () => {
      const phone = await world.phoneOf(await next('exempt'));
      await phone.open('pages/home/index');
      await phone.goTo(`packages/apply/guide/index?serviceId=${APPLY}&city=`);
      await phone.sees('资格校验');
      await phone.goTo('pages/nope/index');
      await phone.sees('这个页面打不开');
      await phone.tap('回首页');
      await phone.sees(/可办 \d+ 项/);
      expect(phone.problems).toEqual([]);
    });

    test('with a field that a condition hides', async () => {
      const resident = await Resident.verified(world, await next('with-materials'));
      const draft = await resident.draft(APPLY, EMPLOYED);
      const problem = expectRefused(await resident.save(draft, { situation: 'home', values: { ...draft.values, homeBasis: 'rented' } }), 'field-hidden');
      expect(problem.fields).toEqual([expect.objectContaining({ path: 'values.employer' })]);
      expect(await draftOf(resident, draft.id)).toMatchObject({ version: draft.version, situation: 'employment', values: draft.values });
    });

    test('begun before the requirements changed: what was typed stays, and the page says so', async () => {
      const person = await next('with-materials');
      const resident = await Resident.verified(world, person);
      const draft = await resident.draft(APPLY, { ...EMPLOYED, step: 'form' });
      await pinToEarlierDefinition(draft.id);
      const problem = expectRefused(await resident.submit(draft), 'definition-changed');
      expect(problem.current).toMatchObject({ id: draft.id, rebased: true, values: draft.values });
      await pinToEarlierDefinition(draft.id);
      const phone = await world.phoneOf(person);
      await phone.open(`packages/apply/form/index?draftId=${draft.id}`);
      await phone.sees('办理要求已更新，您填写的内容已保留，请核对后继续。');
      expect(await phone.box('工作单位').inputValue()).toBe('广州明岚设计有限公司');
      await phone.keep('63-requirements-changed');
      expect(await casesOf(resident)).toEqual([]);
    });

    /** As though the draft had been begun under the definition before this one. */
    async function pinToEarlierDefinition(draftId: string): Promise<void> {
      const client = new Client({ connectionString: world.stack.databaseUrl });
      await client.connect();
      await client.query(`INSERT INTO service_definitions (id, version, body, registered_at) SELECT id, 0, jsonb_set(body, '{version}', '0'), registered_at FROM service_definitions WHERE id = $1 AND version > 0 ORDER BY version DESC LIMIT 1 ON CONFLICT DO NOTHING`, [APPLY]);
      await client.query('UPDATE drafts SET service_version = 0 WHERE draft_id = $1', [draftId]);
      await client.end();
    }
  });

  describe('twice', () => {
    test('a double tap on submit makes one case', async () => {
      const person = await next('exempt');
      const resident = await Resident.verified(world, person);
      const draft = await resident.draft(APPLY);
      const phone = await world.phoneOf(person);
      const sent: string[] = [];
      phone.context.on('request', (request) => {
        if (request.url().endsWith('/submit')) sent.push(request.headers()['idempotency-key'] ?? '');
      });
      await phone.open(`packages/apply/confirm/index?draftId=${draft.id}`);
      await phone.tick();
      await phone.button('提交申请').dblclick();
      await phone.sees('提交成功');
      expect(new Set(sent).size).toBe(1);
      expect(await casesOf(resident)).toHaveLength(1);
    });

    test('the same key answers the same, another key learns of the case', async () => {
      const resident = await Resident.verified(world, await next('exempt'));
      const draft = await resident.draft(APPLY);
      const key = randomUUID();
      const answers = await Promise.all([resident.submit(draft, key), resident.submit(draft, key), resident.submit(draft, key)]);
      expect(new Set(answers.map(({ status, body }) => `${status} ${body.caseId}`)).size).toBe(1);
      const { caseId, number } = answers[0]?.body ?? {};
      expect(expectRefused(await resident.submit(draft), 'already-submitted').current).toEqual({ caseId, number });
      expect(await casesOf(resident)).toHaveLength(1);
    });
  });

  test('two officials decide at once: one decision stands, the other hears of it', async () => {
    const resident = await Resident.verified(world, await next('exempt'));
    const { caseId } = await resident.submitted(APPLY);
    const [one, two] = await Promise.all([Official.of(world, 'chenzhiyuan'), Official.of(world, 'liangwanyi')]);
    const claims = await Promise.all([one.claim(caseId), two.claim(caseId)]);
    const [winner, loser] = claims[0]?.status === 200 ? [one, two] : [two, one];
    const claimed = claims.find(({ status }) => status === 200);
    const refused = claims.find(({ status }) => status !== 200);
    if (!claimed || !refused) throw new Error('one official and no other should have the case');
    expectRefused(refused, 'claimed-by-other');
    expectRefused(await loser.decide(claimed.body, 'approve'), 'claimed-by-other');
    const decisions = await Promise.all([winner.decide(claimed.body, 'approve'), winner.decide(claimed.body, 'return', { reason: '地址不符' })]);
    expect(decisions.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const late of decisions.filter(({ status }) => status !== 200)) expect(late.status).toBe(409);
  });

  test('two officials claim at once on their screens: the later one reads who was first', async () => {
    const person = await next('exempt');
    await (await Resident.verified(world, person)).submitted(APPLY);
    const [one, two] = [await world.desk(), await world.desk()];
    await Promise.all([one.logIn('chenzhiyuan'), two.logIn('liangwanyi')]);
    await one.openCase('未认领', person.name);
    await two.openCase('未认领', person.name);
    await Promise.all([one.button('认领此件').click(), two.button('认领此件').click()]);
    const [first, second] = (await one.page.getByText(/您于 .* 认领/).or(one.page.getByText(/办理，您可以查看/)).first().textContent())?.includes('您于') ? [one, two] : [two, one];
    await first.sees(/您于 .* 认领/);
    await second.sees(/此件由 .* 办理，您可以查看，不能作决定。|此件已由其他审核人员认领/);
    await second.keep('64-second-claim');
  });

  test('a message link to another person’s case shows nothing of it', async () => {
    const owner = await Resident.verified(world, await next('exempt'));
    const { caseId, number } = await owner.submitted(APPLY);
    const person = await next('exempt');
    const stranger = await Resident.verified(world, person);
    expectRefused(await stranger.get(`/cases/${caseId}`), 'not-found');
    const phone = await world.phoneOf(person);
    await phone.open(`packages/apply/case/index?caseId=${caseId}`);
    await phone.sees(ERRORS['not-found'].sentence);
    await phone.keep('65-somebody-elses-case');
    expect(await phone.page.content()).not.toContain(number);
    expect(await phone.page.content()).not.toContain(owner.person.name);
  });

  test('left no personal data in the log, and the server never failed', async () => {
    const log = world.stack.apiLog();
    expect(log).toMatch(/"status":4\d\d/);
    expect(log).not.toMatch(/"status":5\d\d/);
    expect(log).not.toMatch(/\b\d{17}[\dX]\b/);
    expect(log).not.toMatch(/\b1(?:3|5|8)\d{9}\b/);
  });
});
