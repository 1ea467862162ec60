import { slotAt } from '@yuezheng/live-pass';
import { HOUR, PhoneAndWorld } from './testing/phone-and-world';

describe('the clocks of the phone', () => {
  it('are set right by the server after the phone slept', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.sleep(10 * 60_000);
    await phone.wait(4_000);
    expect(phone.state.timeIsSure).toBe(true);
    expect(phone.verdict()).toBe('accepted');
  });

  it('that slept without a network are said to be unsure, and the code is the one of the right time', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.network(false);
    phone.sleep(10 * 60_000);
    await phone.wait(2_000);
    expect(phone.state).toMatchObject({ timeIsSure: false, online: false });
    expect(phone.verdict()).toBe('accepted');
  });

  it('lose their say when the wall clock is set back, until the network is there again', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.online = false;
    phone.wallOffset -= 30 * 60_000;
    await phone.wait(3_000);
    expect(phone.state).toMatchObject({ obstacle: { why: 'clock' } });
    expect(phone.state.code).toBeUndefined();
    phone.online = true;
    await phone.wait(6_000);
    expect(phone.verdict()).toBe('accepted');
  });

  it('set back in front of the server interrupt nothing for longer than a question takes', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.wallOffset -= 30 * 60_000;
    await phone.wait(4_500);
    expect(phone.state.obstacle).toBeUndefined();
    expect([phone.state.timeIsSure, phone.verdict()]).toEqual([true, 'accepted']);
  });

  it('are not believed when somebody sets the wall clock forward', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.online = false;
    phone.wallOffset += 10 * 60_000;
    await phone.wait(1_500);
    expect(phone.state.timeIsSure).toBe(false);
    expect(phone.verdict()).toBe('from-the-future');
    phone.online = true;
    await phone.wait(6_000);
    expect([phone.state.timeIsSure, phone.verdict()]).toEqual([true, 'accepted']);
  });

  it('are unsure after the app was killed, until the server was asked', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.online = false;
    phone.open().show();
    await phone.wait(1_000);
    expect([phone.state.timeIsSure, phone.verdict()]).toEqual([false, 'accepted']);
    phone.online = true;
    await phone.wait(4_000);
    expect([phone.state.timeIsSure, phone.verdict()]).toEqual([true, 'accepted']);
  });

  it('set back while the app was closed: nothing is shown without a network', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.online = false;
    phone.wallOffset -= HOUR;
    phone.open().show();
    await phone.wait(2_000);
    expect(phone.state).toMatchObject({ obstacle: { why: 'clock' }, code: undefined });
  });

  it('in airplane mode carry on for hours, to the second', async () => {
    const phone = await PhoneAndWorld.showing();
    phone.network(false);
    phone.live.hide();
    await phone.wait(6 * HOUR);
    phone.live.show();
    await phone.wait(1_100);
    expect(phone.state).toMatchObject({ online: false, timeIsSure: true });
    expect(Math.floor((phone.state.now ?? 0) / 1000)).toBe(Math.floor(phone.time / 1000));
    expect(phone.verdict()).toBe('accepted');
  });

  it.each([
    ['while the monotonic clock ran on', (phone: PhoneAndWorld) => phone.wait(HOUR)],
    ['while it stood still', (phone: PhoneAndWorld) => Promise.resolve(phone.sleep(HOUR))],
  ])('after an hour in the background, %s: the right code at once', async (_, pass) => {
    const phone = await PhoneAndWorld.showing();
    phone.live.hide();
    expect(phone.state.code).toBeUndefined();
    await pass(phone);
    phone.live.show();
    expect(phone.verdict()).toBe('accepted');
    expect(phone.slot).toBe(slotAt(phone.time));
    await phone.wait(4_000);
    expect([phone.state.timeIsSure, phone.verdict()]).toEqual([true, 'accepted']);
  });
});
