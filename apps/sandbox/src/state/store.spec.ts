import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOON_OF_TESTS, TestSandbox } from '../../test/harness';
import { SMS_TEMPLATES } from '../sms/credentials';

const CODE = { TemplateId: SMS_TEMPLATES.verificationCode.id, TemplateParamSet: ['482913', '5'] };
const DAY = 86_400_000;

describe('the state file', () => {
  let folder: string;
  let stateFile: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-state-'));
    stateFile = join(folder, 'deep', 'state.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const restarted = (daysLater = 0, referenceDay?: string): TestSandbox => {
    const machineNow = () => NOON_OF_TESTS + daysLater * DAY;
    return new TestSandbox({ stateFile, machineNow, referenceDay });
  };

  it('keeps messages, switches, decisions, clock and reference day over a restart', async () => {
    const first = restarted();
    await first.sms({ PhoneNumberSet: ['15410007932'], ...CODE });
    await first.post('/switches', { system: 'schooling', mode: 'silent' });
    await first.post('/phone/lin-xiaolan/official-account', { follow: false });
    await first.post('/clock', { advance: { months: 1 } });
    const { openid } = await first.session('lin-xiaolan');
    await first.app.close();

    const second = restarted(3);
    const { body } = await second.get('/phone/lin-xiaolan/messages');
    expect(body.messages).toHaveLength(1);
    expect((await second.get('/clock')).body).toMatchObject({ offsetMs: 30 * DAY, today: '2026-12-25' });
    expect((await second.get('/switches')).text).toContain('silent');
    expect((await second.get('/phone/lin-xiaolan')).body.follows).toBe(false);
    expect((await second.session('lin-xiaolan')).openid).toBe(openid);
    expect((await second.get('/population/featured')).text).toContain('2026-04-12 登记居住');
    await second.app.close();
  });

  it('is whole at any time, for the owner only', async () => {
    const sandbox = restarted();
    await sandbox.post('/switches', { system: 'all', delayMs: 5 });
    await sandbox.app.close();
    expect(readdirSync(join(folder, 'deep'))).toEqual(['state.json']);
    expect(JSON.parse(readFileSync(stateFile, 'utf8'))).toMatchObject({
      version: 1,
      referenceDay: '2026-11-22',
    });
  });

  it('starts anew when the file is torn', async () => {
    stateFile = join(folder, 'state.json');
    writeFileSync(stateFile, '{"version":1,"referenceDay":');
    const sandbox = restarted();
    expect((await sandbox.get('/clock')).body.offsetMs).toBe(0);
    await sandbox.app.close();
  });

  it('lets a given reference day prevail', async () => {
    await restarted().app.close();
    const sandbox = restarted(0, '2027-01-01');
    expect((await sandbox.get('/population/featured')).text).toContain('2026-05-22 登记居住');
    await sandbox.app.close();
  });
});
