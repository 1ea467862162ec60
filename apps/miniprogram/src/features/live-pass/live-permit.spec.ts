import { slotAt, SLOT_MS } from '@yuezheng/live-pass';
import { HOUR, NOON, PhoneAndWorld } from './testing/phone-and-world';

const scan = (id: string, at: number, accepted: boolean) => ({ id, at, where: '天河区政务服务中心', purpose: '政务服务', accepted, result: accepted ? '核验通过' : '此码已使用过' });

describe('a permit that is shown', () => {
  it('gets its credential at the first opening and shows a code that a counter accepts', async () => {
    const phone = await PhoneAndWorld.showing();
    expect(phone.issued).toBe(1);
    expect(phone.verdict()).toBe('accepted');
  });

  it('shows another code in each slot, always the one of the server’s time', async () => {
    const phone = await PhoneAndWorld.showing();
    for (let i = 0; i < 12; i += 1) {
      await phone.wait(SLOT_MS);
      expect(phone.slot).toBe(slotAt(phone.time));
      expect(phone.verdict()).toBe('accepted');
    }
  });

  it('tells the server’s time to the second although the phone is 47 minutes slow', async () => {
    const phone = await PhoneAndWorld.showing();
    await phone.wait(7_000);
    expect(Math.floor((phone.state.now ?? 0) / 1000)).toBe(Math.floor(phone.time / 1000));
  });

  it('shows nothing and asks nothing while nobody looks', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.live.hide();
    const asked = phone.asked;
    await phone.wait(60_000);
    expect([phone.state.code, phone.asked]).toEqual([undefined, asked]);
    phone.live.show();
    await phone.wait(100);
    expect(phone.verdict()).toBe('accepted');
  });
});

describe('without a network', () => {
  it('goes on showing after the app was closed', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.online = false;
    phone.open().show();
    await phone.wait(20_000);
    expect(phone.verdict()).toBe('accepted');
    expect(phone.state).toMatchObject({ online: false, timeIsSure: false });
  });

  it('says that the first opening needs one', async () => {
    const phone = new PhoneAndWorld();
    phone.online = false;
    phone.live.show();
    await phone.wait(2_000);
    expect(phone.state.obstacle).toMatchObject({ why: 'refused', problem: { code: 'offline' } });
    phone.online = true;
    await phone.wait(40_000);
    expect(phone.verdict()).toBe('accepted');
  });

  it('stops when the credential ends, says so, and goes on by itself when the network is back', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.online = false;
    phone.live.hide();
    await phone.wait(24 * HOUR - 10_000);
    phone.live.show();
    await phone.wait(2_000);
    expect(phone.verdict()).toBe('accepted');
    await phone.wait(10_000);
    expect(phone.state).toMatchObject({ obstacle: { why: 'clock' }, code: undefined });
    phone.seen.length = 0;
    await phone.wait(10_000);
    expect(new Set(phone.seen)).toEqual(new Set(['clock']));
    phone.online = true;
    await phone.wait(40_000);
    expect(phone.verdict()).toBe('accepted');
  });
});

describe('the credential', () => {
  it('is renewed silently long before its end while there is a network', async () => {
    const phone = await PhoneAndWorld.showing();
    const first = phone.pass?.expiresAt ?? 0;
    phone.live.hide();
    await phone.wait(10 * HOUR);
    phone.live.show();
    await phone.wait(3_000);
    expect(phone.issued).toBe(2);
    expect(phone.pass?.expiresAt).toBeGreaterThan(first);
  });

  it('that ended while nobody looked is replaced without a word about it', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.live.hide();
    await phone.wait(30 * HOUR);
    phone.seen.length = 0;
    phone.live.show();
    await phone.wait(3_000);
    expect(phone.verdict()).toBe('accepted');
    expect(new Set(phone.seen)).toEqual(new Set([undefined]));
  });

  it.each([
    ['nothing until the phone gives up', 30_000, false],
    ['that there is no network, each time late', 2_500, false],
    ['too late for the time', 5_000, true],
  ])('and the time that are both over: a network that answers %s is said to be needed after a while, and from then on', async (_, answersAfterMs, online) => {
    const phone = await PhoneAndWorld.showing();
    phone.live.hide();
    await phone.wait(30 * HOUR);
    Object.assign(phone, { answersAfterMs, online });
    phone.live.show();
    await phone.wait(2_000);
    expect(phone.state).toMatchObject({ obstacle: undefined, code: undefined, now: undefined });
    await phone.wait(3_000);
    phone.seen.length = 0;
    await phone.wait(120_000);
    expect(new Set(phone.seen)).toEqual(new Set(['clock']));
    Object.assign(phone, { answersAfterMs: 0, online: true });
    await phone.wait(60_000);
    expect(phone.verdict()).toBe('accepted');
  });

  it.each([
    ['is on no network', 0, false],
    ['is on one that brings no answers', 30_000, false],
  ])('that ends while the phone, which knows the time, %s: said, and nothing else', async (_, answersAfterMs, online) => {
    const phone = new PhoneAndWorld();
    phone.lifetimeMs = HOUR;
    phone.live.show();
    await phone.wait(1_500);
    phone.live.hide();
    Object.assign(phone, { answersAfterMs, online });
    await phone.wait(2 * HOUR);
    phone.live.show();
    await phone.wait(4_000);
    phone.seen.length = 0;
    await phone.wait(60_000);
    expect(new Set(phone.seen)).toEqual(new Set(['expired']));
    expect(phone.state.code).toBeUndefined();
  });

  it('is not asked for at every opening', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.open().show();
    await phone.wait(3_000);
    expect(phone.issued).toBe(1);
  });
});

describe('a scan at a counter', () => {
  it('that is refused after an accepted one leaves the word where it is, and is told beneath', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.scan = scan('one', phone.time, true);
    await phone.wait(1_500);
    phone.scan = scan('copy', phone.time, false);
    await phone.wait(1_500);
    expect(phone.state).toMatchObject({ scan: { id: 'one' }, afterScan: { id: 'copy' } });
    phone.live.putScanAway();
    expect([phone.state.scan, phone.state.afterScan]).toEqual([undefined, undefined]);
  });

  it('is shown with where and why, and can be put away', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.scan = scan('one', phone.time, true);
    await phone.wait(1_500);
    expect(phone.state.scan).toMatchObject({ id: 'one', accepted: true });
    phone.live.putScanAway();
    await phone.wait(5_000);
    expect(phone.state.scan).toBeUndefined();
  });

  it('of an earlier opening is no news', async () => {
    const phone = new PhoneAndWorld();
    phone.scan = scan('old', NOON - 60_000, true);
    phone.live.show();
    await phone.wait(3_000);
    expect(phone.state.scan).toBeUndefined();
  });

  it('that was refused goes away by itself', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.scan = scan('two', phone.time, false);
    await phone.wait(2_000);
    expect(phone.state.scan?.accepted).toBe(false);
    await phone.wait(20_000);
    expect(phone.state.scan).toBeUndefined();
  });
});

describe('another phone', () => {
  it('takes this one’s code away, and a tap brings it back', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.active = false;
    await phone.wait(2_000);
    expect(phone.state).toMatchObject({ obstacle: { why: 'replaced' } });
    expect(phone.state.code).toBeUndefined();
    await phone.wait(60_000);
    expect(phone.issued).toBe(1);
    expect(await phone.live.takeOver()).toBeUndefined();
    await phone.wait(1_500);
    expect(phone.verdict()).toBe('accepted');
  });

  it('keeps its place when the way back fails, also after the credential has ended', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.active = false;
    await phone.wait(25 * HOUR);
    phone.online = false;
    expect(await phone.live.takeOver()).toMatchObject({ code: 'offline' });
    await phone.wait(5_000);
    expect(phone.state).toMatchObject({ obstacle: { why: 'replaced' } });
  });

  it('is known at the first opening too', async () => {
    const phone = new PhoneAndWorld();
    phone.active = false;
    phone.live.show();
    await phone.wait(2_000);
    expect(phone.state.obstacle?.why).toBe('replaced');
  });
});

it('drops the pass of a permit that is not valid any more', async () => {
  const phone = await PhoneAndWorld.showing();
  phone.live.hide();
  await phone.wait(10 * HOUR);
  phone.refusal = { ok: false, problem: { code: 'permit-not-valid', sentence: '居住证目前不在有效状态。', fields: [] } };
  phone.live.show();
  await phone.wait(3_000);
  expect(phone.pass).toBeUndefined();
  expect(phone.state.obstacle).toMatchObject({ why: 'refused', problem: { code: 'permit-not-valid' } });
});
