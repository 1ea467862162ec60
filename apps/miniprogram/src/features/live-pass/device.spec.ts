import type { Device } from './device';

const SEED_BYTES = 32;
const kept = new Map<string, unknown>();
let room = true;
let source = true;
let drawn = 0;

jest.mock('../../platform', () => ({
  randomBytes: (length: number) => {
    drawn += 1;
    return source ? Promise.resolve(new Uint8Array(length).fill(drawn)) : Promise.reject(new Error('no source of randomness'));
  },
  randomUuid: () => Promise.resolve(`7f2c1e3a-0000-4000-8000-00000000000${(drawn += 1)}`),
  readStored: (name: string, parse: (stored: unknown) => unknown) => (kept.has(name) ? parse(kept.get(name)) : undefined),
  store: (name: string, value: unknown) => (room ? (kept.set(name, value), true) : false),
}));

/** The app, started. */
async function started(): Promise<Device | undefined> {
  jest.resetModules();
  const { thisDevice } = await import('./device');
  const [first, second] = await Promise.all([thisDevice(), thisDevice()]);
  expect(second).toEqual(first);
  return first;
}

const guess = jest.spyOn(Math, 'random');

beforeEach(() => {
  kept.clear();
  [room, source] = [true, true];
  guess.mockClear();
});

afterAll(() => guess.mockRestore());

describe('the key of this phone', () => {
  it('is made once for an installation', async () => {
    const first = await started();
    expect(first?.key.secretKey).toHaveLength(SEED_BYTES);
    expect(await started()).toEqual(first);
  });

  it('is another one after the storage was cleared', async () => {
    const first = await started();
    kept.clear();
    const second = await started();
    expect(second?.id).not.toBe(first?.id);
    expect(second?.key.publicKey).not.toEqual(first?.key.publicKey);
  });

  it.each([{ id: 'x' }, { id: 'x', seed: '00' }, { id: 1, seed: '00'.repeat(32) }, 'text', null])('is made anew where %j is kept', async (broken) => {
    kept.set('device', broken);
    expect((await started())?.key.publicKey).toHaveLength(32);
  });

  it('is not made where the phone has no source of randomness: nothing is guessed in its place', async () => {
    source = false;
    expect(await started()).toBeUndefined();
    expect(kept.size).toBe(0);
    expect(guess).not.toHaveBeenCalled();
  });

  it('is not used where the phone has no room to keep it, and made when there is', async () => {
    room = false;
    jest.resetModules();
    const { thisDevice } = await import('./device');
    expect(await thisDevice()).toBeUndefined();
    room = true;
    expect(await thisDevice()).toBeDefined();
  });
});
