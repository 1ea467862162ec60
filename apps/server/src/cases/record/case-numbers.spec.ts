import { cityByCode } from '@yuezheng/catalogue';
import { startApp, type TestApp } from '../../../test/app';
import { CaseNumbers, caseNumber } from './case-numbers';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const city = (code: string) => cityByCode(code)!;

describe('case numbers', () => {
  it('read city, day and sequence, which grows when a day needs it', () => {
    expect(caseNumber('GZ', '2026-11-22', 317)).toBe('GZ2026 1122 0317');
    expect(caseNumber('GZ', '2026-11-22', 12_345)).toBe('GZ2026 1122 12345');
  });

  it('are never doubled between servers at once, over several blocks', async () => {
    const servers = Array.from({ length: 4 }, () => new CaseNumbers(app.database));
    const given = await Promise.all(Array.from({ length: 1000 }, (_, index) => servers[index % servers.length]!.next(city('440100'), '2026-11-22')));
    expect(new Set(given).size).toBe(1000);
    expect(given.every((number) => /^GZ2026 1122 \d{4,}$/.test(number))).toBe(true);
  });

  it('begin anew each day and in each city', async () => {
    const numbers = new CaseNumbers(app.database);
    expect(await numbers.next(city('440400'), '2026-11-22')).toBe('ZH2026 1122 0001');
    expect(await numbers.next(city('440400'), '2026-11-22')).toBe('ZH2026 1122 0002');
    expect(await numbers.next(city('440400'), '2026-11-23')).toBe('ZH2026 1123 0001');
    expect(await new CaseNumbers(app.database).next(city('440400'), '2026-11-22')).toBe('ZH2026 1122 0101');
  });

  it('go on after the database was away', async () => {
    const numbers = new CaseNumbers(app.database);
    const failing = jest.spyOn(app.database, 'prepared').mockRejectedValueOnce(new Error('away'));
    await expect(numbers.next(city('440700'), '2026-11-22')).rejects.toThrow('away');
    failing.mockRestore();
    await expect(numbers.next(city('440700'), '2026-11-22')).resolves.toMatch(/0001$/);
  });
});
