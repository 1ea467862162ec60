import { SLOT_MS } from '@yuezheng/live-pass';
import { PhoneAndWorld } from './testing/phone-and-world';

describe('a screenshot', () => {
  it('gives up the code that was shown: the next one stands there at once and the server knows', async () => {
    const phone = await PhoneAndWorld.showing();
    const before = phone.slot ?? 0;
    const captured = phone.state.code;
    phone.live.screenshot();
    await phone.wait(10);
    expect(phone.slot).toBe(before + 1);
    expect(phone.verdict()).toBe('accepted');
    expect(phone.told).toEqual([{ permitId: 'permit', before: (before + 1) * SLOT_MS, cause: 'screenshot' }]);
    phone.state = { ...phone.state, code: captured };
    expect(phone.verdict()).toBe('burned');
  });

  it('is told later when there is no network', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.online = false;
    phone.live.record(true);
    await phone.wait(8_000);
    expect([phone.told.length, phone.burns.length]).toEqual([0, 1]);
    phone.online = true;
    await phone.wait(4_000);
    expect([phone.told.length, phone.burns.length]).toEqual([1, 0]);
  });

  it('after screenshot leaves a wait rather than a code that counters refuse as too early', async () => {
    const phone = await PhoneAndWorld.showing();
    for (let i = 0; i < 3; i += 1) phone.live.screenshot();
    expect(phone.state.code?.kind).toBe('waiting');
    await phone.wait(15_000);
    expect(phone.verdict()).toBe('accepted');
  });

  it('stays given up when the app is opened again', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.online = false;
    phone.live.screenshot();
    const slot = phone.slot;
    phone.open().show();
    await phone.wait(10);
    expect(phone.slot).toBe(slot);
  });
});

describe('a recording', () => {
  it('leaves no code on the screen while it runs, and the one it saw is void', async () => {
    const phone = await PhoneAndWorld.showing();
    const captured = phone.state;
    phone.live.record(true);
    await phone.wait(10);
    const recorded = phone.state;
    phone.state = captured;
    expect(phone.verdict()).toBe('burned');
    phone.state = recorded;
    for (let second = 0; second < 30; second += 1) {
      await phone.wait(1_000);
      expect(phone.state).toMatchObject({ code: undefined, obstacle: { why: 'recording' } });
    }
    expect(phone.told.map(({ cause }) => cause)).toEqual(['recording']);
    phone.live.record(false);
    expect(phone.verdict()).toBe('accepted');
  });

  it('that ran before the page was opened counts as well', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.live.hide();
    phone.live.record(true);
    phone.live.show();
    await phone.wait(5_000);
    expect(phone.state).toMatchObject({ code: undefined, obstacle: { why: 'recording' } });
  });

  it('does not keep the credential from being renewed, nor a scan from being shown', async () => {
    const phone = new PhoneAndWorld();
    phone.live.record(true);
    phone.live.show();
    await phone.wait(2_000);
    expect(phone.issued).toBe(1);
    phone.scan = { id: 'one', at: phone.time, where: '天河区政务服务中心', purpose: '政务服务', accepted: true, result: '核验通过' };
    await phone.wait(1_500);
    expect(phone.state.scan?.id).toBe('one');
  });
});
