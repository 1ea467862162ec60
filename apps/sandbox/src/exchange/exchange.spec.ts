import { z } from 'zod';
import sharp from 'sharp';
import { TestSandbox } from '../../test/harness';
import { Population } from '../population/population';
import type { ExchangeSystem } from './answers';
import { EXCHANGE_SYSTEMS } from './answers';
import {
  employmentSchema,
  hkMacaoTaiwanHoldingSchema,
  permitHistoryEntrySchema,
  personSchema,
  photoSchema,
  propertySchema,
  residenceRegistrationSchema,
  schoolingSchema,
  socialInsuranceSchema,
} from './payloads';

const LIN = '430422199608155221';
const HONG_KONG = 'H33686078';

const SCHEMAS: Record<ExchangeSystem, z.ZodType> = {
  population: personSchema,
  'population/photo': photoSchema,
  'residence-registration': z.array(residenceRegistrationSchema),
  'social-insurance': z.array(socialInsuranceSchema),
  employment: z.array(employmentSchema),
  schooling: z.array(schoolingSchema),
  property: propertySchema,
  'residence-permit/history': z.array(permitHistoryEntrySchema),
  'residence-permit/hk-macao-taiwan': hkMacaoTaiwanHoldingSchema,
};

describe('the government data exchange', () => {
  let sandbox: TestSandbox;
  let people: Population;
  beforeAll(() => {
    sandbox = new TestSandbox();
    people = new Population('2026-11-22');
  });
  const featured = (personId: string) => people.withId(personId)!.idNumber;

  it.each(EXCHANGE_SYSTEMS)('%s answers in its declared form for all sorts of people', async (system) => {
    const sample = people.people.filter((person, index) => person.featured || index % 160 === 0);
    for (const { idNumber } of sample) {
      const { status, body } = await sandbox.exchange(system, { idNumber });
      expect(status).toBe(200);
      if (body.code !== 'NOT_FOUND') {
        expect(body.code).toBe('0');
        SCHEMAS[system].parse(body.data);
      }
    }
  });

  it('population: tells who someone is, and whose guardian', async () => {
    expect(await sandbox.records('population', LIN, personSchema)).toEqual({
      documentType: 'identity-card',
      idNumber: LIN,
      name: '林晓岚',
      sex: 'female',
      ethnicity: '汉族',
      birthDate: '1996-08-15',
      household: { code: '430422', text: '湖南省衡阳市衡南县' },
      status: 'normal',
      guardianOf: [],
      guardians: [],
    });
    const mother = await sandbox.records('population', featured('liu-min'), personSchema);
    expect(mother.guardianOf).toEqual([{ idNumber: featured('liu-zihan'), name: '刘子涵', relation: 'son' }]);
    const child = await sandbox.records('population', featured('liu-zihan'), personSchema);
    expect(child.guardians).toEqual([{ idNumber: featured('liu-min'), name: '刘敏', relation: 'mother' }]);
  });

  it('finds by number, checks the name, and knows nobody else', async () => {
    const code = async (query: Record<string, unknown>) =>
      (await sandbox.exchange('population', query)).body.code;
    expect(await code({ idNumber: LIN, name: '林晓岚' })).toBe('0');
    expect(await code({ idNumber: '37021319970808309x' })).toBe('0');
    expect(await code({ idNumber: LIN, name: '林小岚' })).toBe('NAME_MISMATCH');
    expect(await code({ idNumber: '11010519491231002X' })).toBe('NOT_FOUND');
    expect(await code({ idNumber: HONG_KONG, documentType: 'hk-macao-travel-permit' })).toBe('0');
    expect(await code({ idNumber: HONG_KONG, documentType: 'identity-card' })).toBe('NOT_FOUND');
    expect(await code({ idNumber: '__proto__' })).toBe('NOT_FOUND');
  });

  it('photo: a JPEG of the right size, or none', async () => {
    const { jpegBase64 } = await sandbox.records('population/photo', LIN, photoSchema);
    const picture = await sharp(Buffer.from(jpegBase64, 'base64')).metadata();
    expect(picture).toMatchObject({ format: 'jpeg', width: 358, height: 441 });
    const none = await sandbox.exchange('population/photo', { idNumber: featured('liang-haiyan') });
    expect(none.body).toEqual({ code: 'NOT_FOUND' });
  });

  it('the resident of the drawings: 224 days, nine months of insurance, a lease', async () => {
    const [registration] = await sandbox.records(
      'residence-registration',
      LIN,
      z.array(residenceRegistrationSchema),
    );
    expect(registration).toMatchObject({
      city: '440100',
      district: '天河区',
      from: '2026-04-12',
      status: 'active',
    });
    const [insurance] = await sandbox.records('social-insurance', LIN, z.array(socialInsuranceSchema));
    expect(insurance?.months).toEqual(
      [2, 3, 4, 5, 6, 7, 8, 9, 10].map((month) => `2026-${String(month).padStart(2, '0')}`),
    );
    const { leases } = await sandbox.records('property', LIN, propertySchema);
    expect(leases[0]?.address).toBe('广州市天河区体育西路 103 号 A 座 1204 房');
  });

  it('insurance goes on as the clock goes on', async () => {
    const moved = new TestSandbox();
    await moved.post('/clock', { advance: { months: 12 } });
    const [insurance] = await moved.records('social-insurance', LIN, z.array(socialInsuranceSchema));
    expect(insurance?.months).toHaveLength(21);
    expect(insurance?.months.at(-1)).toBe('2027-10');
  });

  it('permits: the history of counters, and the other kind of permit', async () => {
    const history = z.array(permitHistoryEntrySchema);
    const [due] = await sandbox.records('residence-permit/history', featured('ouyang-yutong'), history);
    expect(due).toMatchObject({ status: 'valid', validUntil: '2026-12-20' });
    expect(await sandbox.records('residence-permit/history', LIN, history)).toEqual([]);
    const holding = await sandbox.records(
      'residence-permit/hk-macao-taiwan',
      HONG_KONG,
      hkMacaoTaiwanHoldingSchema,
    );
    expect(holding).toMatchObject({ holds: true, permit: { city: '440400' } });
    expect(
      await sandbox.records('residence-permit/hk-macao-taiwan', LIN, hkMacaoTaiwanHoldingSchema),
    ).toEqual({ holds: false });
  });

  it.each([
    ['unknown app', { 'x-app-id': 'someone' }, 'UNKNOWN_APP'],
    ['wrong signature', { 'x-signature': '0'.repeat(64) }, 'BAD_SIGNATURE'],
    ['no signature', { 'x-signature': '' }, 'BAD_SIGNATURE'],
    ['a nonce that was not signed', { 'x-nonce': 'another-nonce' }, 'BAD_SIGNATURE'],
    ['a nonce that is none', { 'x-nonce': 'a b' }, 'BAD_NONCE'],
    ['seconds for milliseconds', { 'x-timestamp': '1795311660' }, 'TIMESTAMP_SKEWED'],
  ])('refuses %s with 401', async (_what, change, code) => {
    const answer = await sandbox.exchange('population', { idNumber: LIN }, change);
    expect([answer.status, answer.body.code]).toEqual([401, code]);
  });

  it('refuses a call that is sent again, or more than five minutes old', async () => {
    const captured: { url: string; payload: string; headers: Record<string, string> }[] = [];
    const recorder = new TestSandbox();
    const post = recorder.post.bind(recorder);
    recorder.post = (url, body, headers = {}) => {
      captured.push({ url, payload: String(body), headers });
      return post(url, body, headers);
    };
    expect((await recorder.exchange('population', { idNumber: LIN })).status).toBe(200);
    const [{ url, payload, headers }] = captured as [(typeof captured)[0]];
    expect((await post(url, payload, headers)).body.code).toBe('NONCE_REPLAYED');
    expect((await post(url, payload.replace('221', '222'), headers)).body.code).toBe('BAD_SIGNATURE');
    recorder.wait(300_001);
    expect((await post(url, payload, headers)).body.code).toBe('TIMESTAMP_SKEWED');
  });

  it('refuses a query without a purpose or with more than it knows', async () => {
    expect((await sandbox.exchange('population', { idNumber: LIN, purpose: ' ' })).status).toBe(400);
    expect((await sandbox.exchange('population', { idNumber: LIN, select: '*' })).status).toBe(400);
    expect((await sandbox.exchange('population', {})).body.code).toBe('BAD_QUERY');
  });
});
