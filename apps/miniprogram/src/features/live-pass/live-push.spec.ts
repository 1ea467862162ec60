import { SLOT_MS, slotAt } from '@yuezheng/live-pass';
import type { Answer } from '../../api';
import { HOUR, PhoneAndWorld } from './testing/phone-and-world';

const challenge = { characters: '木棉', colour: '#FFD54A', colourName: '明黄', ink: '#3A2A00' };
const SCAN = '7f2c1e3a-0000-4000-8000-00000000000a';
const scanAt = (at: number) => ({ id: SCAN, at, where: '天河区政务服务中心', purpose: '政务服务', accepted: true, result: '核验通过', challenge });
const BUSY: Answer<never> = { ok: false, problem: { code: 'outside-system-down', sentence: '相关系统暂时没有响应。', fields: [] } };

/** A phone that is showing, with a server that pushes. */
async function pushed(): Promise<PhoneAndWorld> {
  const phone = new PhoneAndWorld();
  phone.channel.serves = true;
  phone.live.show();
  await phone.wait(500);
  return phone;
}

/** The same on another day: the credential of then is due to be renewed in 19 seconds. */
async function pushedWithOldPass(): Promise<PhoneAndWorld> {
  const phone = new PhoneAndWorld();
  phone.channel.serves = true;
  phone.lifetimeMs = 16 * HOUR + 20_000;
  phone.live.show();
  await phone.wait(500);
  phone.live.hide();
  phone.lifetimeMs = 24 * HOUR;
  phone.open().show();
  await phone.wait(500);
  return phone;
}

describe('requests while a permit is shown', () => {
  it('are one in a minute where the server pushes, and none for a code', async () => {
    const phone = new PhoneAndWorld();
    phone.channel.serves = true;
    phone.live.show();
    const slots = new Set<number>();
    for (let second = 0; second < 60; second += 1) {
      await phone.wait(1_000);
      slots.add(phone.slot ?? 0);
      expect(phone.verdict()).toBe('accepted');
    }
    expect(slots.size).toBeGreaterThanOrEqual(12);
    expect([phone.asked, phone.issued, phone.channel.opened]).toEqual([1, 1, 1]);
  });

  it('are two a second where it does not', async () => {
    const phone = new PhoneAndWorld();
    phone.live.show();
    await phone.wait(60_000);
    expect(phone.asked).toBeGreaterThanOrEqual(90);
    expect(phone.asked).toBeLessThanOrEqual(122);
    expect(phone.channel.opened).toBeLessThanOrEqual(5);
  });

  it('become few when the server is overloaded, and as many as before when it is not', async () => {
    const phone = await pushed();
    phone.channel.serves = false;
    phone.overload = BUSY;
    phone.channel.dropAll();
    const before = phone.asked;
    await phone.wait(60_000);
    expect(phone.asked - before).toBeLessThanOrEqual(8);
    expect(phone.verdict()).toBe('accepted');
    phone.overload = undefined;
    await phone.wait(31_000);
    const eased = phone.asked;
    await phone.wait(10_000);
    expect(phone.asked - eased).toBeGreaterThanOrEqual(9);
  });

  it('end when nobody looks, and the channel is closed', async () => {
    const phone = await pushed();
    phone.live.hide();
    expect(phone.channel.standing).toBe(0);
    const [asked, opened] = [phone.asked, phone.channel.opened];
    await phone.wait(300_000);
    expect([phone.asked, phone.channel.opened]).toEqual([asked, opened]);
  });
});

describe('the channel', () => {
  it('begins with who shows what on which phone', async () => {
    const phone = await pushed();
    expect(phone.channel.hellos.map((hello) => JSON.parse(hello) as unknown)).toEqual([{ token: 'token', permitId: 'permit', deviceId: 'device' }]);
  });

  it('brings the challenge of a scan at once', async () => {
    const phone = await pushed();
    await phone.wait(10_000);
    phone.scan = scanAt(phone.time);
    phone.channel.announce();
    await phone.wait(50);
    expect(phone.state.scan).toMatchObject({ id: SCAN, challenge });
    expect(phone.asked).toBe(1);
  });

  it('gives way to questions within a second when the server goes, without a word to the person', async () => {
    const phone = await pushed();
    phone.channel.serves = false;
    phone.channel.dropAll();
    phone.scan = scanAt(phone.time);
    await phone.wait(1_000);
    expect(phone.state.scan).toMatchObject({ id: SCAN });
    expect(phone.state).toMatchObject({ online: true });
    expect(phone.state.obstacle).toBeUndefined();
  });

  it('is tried again after longer and longer, and takes over from the questions when it stands', async () => {
    const phone = await pushed();
    phone.channel.serves = false;
    phone.channel.dropAll();
    await phone.wait(200_000);
    // After about 5, 10, 20, 40, 60 and 60 seconds.
    expect(phone.channel.opened).toBeGreaterThanOrEqual(5);
    expect(phone.channel.opened).toBeLessThanOrEqual(8);
    phone.channel.serves = true;
    await phone.wait(61_000);
    expect(phone.channel.standing).toBe(1);
    const asked = phone.asked;
    await phone.wait(60_000);
    expect(phone.asked).toBe(asked);
  });

  it('comes back at once with the network', async () => {
    const phone = await pushed();
    phone.network(false);
    await phone.wait(30_000);
    expect(phone.state.online).toBe(false);
    expect(phone.verdict()).toBe('accepted');
    phone.network(true);
    await phone.wait(100);
    expect([phone.channel.standing, phone.state.online]).toEqual([1, true]);
  });

  it('that falls silent is given up: questions are asked instead', async () => {
    const phone = await pushed();
    phone.channel.reachable = false;
    await phone.wait(19_000);
    expect(phone.asked).toBe(1);
    await phone.wait(5_000);
    expect(phone.asked).toBeGreaterThan(2);
  });

  it.each(['', '{', 'null', '[]', '{"kind":"later"}', '{"kind":"showing"}', '{"kind":"showing","showing":{"serverTime":"x","active":1}}', '\u0000'])('passes over %j', async (rubbish) => {
    const phone = await pushed();
    const before = phone.state;
    phone.channel.say(rubbish);
    await phone.wait(100);
    expect(phone.state).toEqual(before);
    phone.scan = scanAt(phone.time);
    phone.channel.announce();
    await phone.wait(50);
    expect(phone.state.scan?.id).toBe(SCAN);
  });

  it('is not kept alive by rubbish', async () => {
    const phone = await pushed();
    phone.channel.reachable = false;
    for (let i = 0; i < 25; i += 1) {
      phone.channel.say('{}');
      await phone.wait(1_000);
    }
    expect(phone.asked).toBeGreaterThan(1);
  });

  it('tells at once that another phone was made the active one, and since when', async () => {
    const phone = await pushed();
    await phone.wait(3_000);
    phone.active = false;
    phone.channel.announce();
    await phone.wait(50);
    expect(phone.state).toMatchObject({ obstacle: { why: 'replaced', since: phone.time - 50 } });
    expect(phone.state.code).toBeUndefined();
    expect(await phone.live.takeOver()).toBeUndefined();
    phone.channel.announce();
    await phone.wait(1_500);
    expect(phone.verdict()).toBe('accepted');
  });

  it('shows the code again when the server says that this is the active phone after all', async () => {
    const phone = await pushed();
    phone.active = false;
    phone.channel.announce();
    await phone.wait(50);
    phone.active = true;
    phone.channel.announce();
    await phone.wait(50);
    expect(phone.verdict()).toBe('accepted');
  });
});

describe('where the server pushes and nothing is asked', () => {
  it('the credential is renewed all the same, and the code on the screen stays until its slot is over', async () => {
    const phone = await pushedWithOldPass();
    await phone.wait(14_000);
    expect(phone.issued).toBe(1);
    const shown: string[] = [];
    for (let i = 0; i < 40; i += 1) {
      await phone.wait(250);
      if (phone.state.code?.kind === 'code') shown.push(`${phone.slot} ${phone.state.code.code}`);
      expect(phone.verdict()).toBe('accepted');
    }
    expect(phone.issued).toBe(2);
    expect(shown).toHaveLength(40);
    expect(new Set(shown).size).toBe(new Set(shown.map((one) => one.split(' ')[0])).size);
  });

  it('a permit that is suspended meanwhile is read again', async () => {
    const phone = await pushed();
    expect(phone.state.outdated).toBe(false);
    phone.inForce = false;
    phone.channel.announce();
    await phone.wait(500);
    expect(phone.state.outdated).toBe(true);
  });

  it('a credential whose key was withdrawn is replaced at once, and once', async () => {
    const phone = await pushed();
    await phone.wait(10_000);
    phone.withdrawn = true;
    phone.channel.announce();
    await phone.wait(1_000);
    expect([phone.issued, phone.state.obstacle]).toEqual([2, undefined]);
    phone.channel.announce();
    await phone.wait(30_000);
    expect(phone.issued).toBe(2);
  });

  it('a renewal that fails says nothing while the credential serves, and is tried again', async () => {
    const phone = await pushedWithOldPass();
    phone.refusal = BUSY;
    await phone.wait(60_000);
    expect(phone.verdict()).toBe('accepted');
    expect(phone.state.obstacle).toBeUndefined();
    phone.refusal = undefined;
    await phone.wait(60_000);
    expect(phone.issued).toBe(2);
  });

  it('nothing is renewed without a network', async () => {
    const phone = await pushedWithOldPass();
    phone.network(false);
    await phone.wait(120_000);
    expect(phone.issued).toBe(1);
    expect(phone.verdict()).toBe('accepted');
  });

  it('the time is asked for when the clocks disagree', async () => {
    const phone = await pushed();
    phone.sleep(600_000);
    await phone.wait(5_000);
    expect(phone.state.timeIsSure).toBe(true);
    expect(phone.verdict()).toBe('accepted');
    expect(phone.asked).toBe(2);
  });

  it('and once more when it disagrees with what the server tells', async () => {
    const phone = await pushed();
    // As if the clock that only runs forward had stood still, and the wall clock with it.
    await phone.wait(5_000);
    phone.sleep(20_000);
    phone.wallOffset -= 20_000;
    await phone.wait(500);
    phone.channel.announce();
    await phone.wait(500);
    expect(phone.slot).toBe(slotAt(phone.time));
  });

  it('a burn that could not be told is told again', async () => {
    const phone = await pushed();
    phone.online = false;
    phone.live.screenshot();
    await phone.wait(4_000);
    expect(phone.told).toEqual([]);
    phone.online = true;
    await phone.wait(4_000);
    expect([phone.told.length, phone.burns.length]).toEqual([1, 0]);
    expect(phone.slot).toBe(Math.floor(phone.time / SLOT_MS));
  });
});
