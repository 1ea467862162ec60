import type { usePreferences as Preferences } from './preferences';

const stored = new Map<string, string>();

jest.mock('../platform', () => ({
  readStored: (name: string, parse: (value: unknown) => unknown) => {
    const text = stored.get(name);
    return text === undefined ? undefined : parse(JSON.parse(text));
  },
  store: (name: string, value: unknown) => void stored.set(name, JSON.stringify(value)),
}));

/** The app as it starts on this phone. */
function start(): typeof Preferences {
  let preferences: typeof Preferences | undefined;
  jest.isolateModules(() => {
    preferences = (jest.requireActual('./preferences') as { usePreferences: typeof Preferences }).usePreferences;
  });
  if (preferences === undefined) throw new Error('the module was not loaded');
  return preferences;
}

beforeEach(() => stored.clear());

it('begins with Guangzhou and the looks of the phone', () => {
  expect(start().getState()).toMatchObject({ city: { code: '440100', name: '广州市' }, elder: false, appearance: 'system' });
});

it('remembers the city and the looks that were chosen', () => {
  const before = start().getState();
  before.chooseCity({ code: '440400', name: '珠海市' });
  before.setElder(true);
  before.setAppearance('contrast');
  expect(start().getState()).toMatchObject({ city: { code: '440400', name: '珠海市' }, elder: true, appearance: 'contrast' });
});

it.each(['{}', '[]', 'null', '{"city":{"code":440100}}'])('begins anew where %s was kept', (text) => {
  stored.set('preferences', text);
  expect(start().getState().city.code).toBe('440100');
});

it('keeps the city of a version that knew no such look', () => {
  stored.set('preferences', JSON.stringify({ city: { code: '440600', name: '佛山市' }, appearance: 'sepia' }));
  expect(start().getState()).toMatchObject({ city: { code: '440600' }, appearance: 'system' });
});

const zhuhai = { code: '440400', name: '珠海市' };
const heyuan = { code: '441600', name: '河源市' };

it('settles in the city where the person lives, until they choose one', () => {
  const before = start().getState();
  before.settleIn(zhuhai);
  before.setElder(true);
  expect(start().getState().city).toEqual(zhuhai);
  start().getState().settleIn(heyuan);
  expect(start().getState().city).toEqual(heyuan);
  start().getState().chooseCity(zhuhai);
  start().getState().settleIn(heyuan);
  expect(start().getState().city).toEqual(zhuhai);
});

it('takes the city of an older version for chosen, unless it is the first one', () => {
  stored.set('preferences', JSON.stringify({ city: zhuhai }));
  start().getState().settleIn(heyuan);
  expect(start().getState().city).toEqual(zhuhai);
  stored.set('preferences', JSON.stringify({ city: { code: '440100', name: '广州市' } }));
  start().getState().settleIn(heyuan);
  expect(start().getState().city).toEqual(heyuan);
});
