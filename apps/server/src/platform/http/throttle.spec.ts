import { expectRefused, startApp, type TestApp } from '../../../test/app';
import { openSession } from '../../../test/people';

/** Statuses of requests made one after the other. */
const statuses = async (app: TestApp, requests: readonly { url: string; headers?: Record<string, string>; remoteAddress?: string }[]): Promise<number[]> => {
  const found: number[] = [];
  for (const request of requests) found.push((await app.app.inject({ method: 'GET', ...request })).statusCode);
  return found;
};

describe('the limit of an address', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp({ env: { RATE_LIMIT_PER_IP: '2' } });
  });
  afterEach(() => app.close());

  it('counts every spelling of a path, and paths that nothing answers', async () => {
    expect(await statuses(app, [{ url: '/api/cities' }, { url: '/%61pi/cities' }, { url: '/api/cities' }, { url: '/%61pi/cities' }, { url: '/nothing' }])).toEqual([200, 200, 429, 429, 429]);
  });

  it('is that of the whole network behind an IPv6 address', async () => {
    const from = (remoteAddress: string) => ({ url: '/api/cities', remoteAddress });
    expect(await statuses(app, [from('2001:db8:1:2::1'), from('2001:db8:1:2:ffff::9'), from('2001:db8:1:2:3:4:5:6'), from('2001:db8:1:3::1')])).toEqual([200, 200, 429, 200]);
  });

  it('says when to come again', async () => {
    await statuses(app, [{ url: '/api/cities' }, { url: '/api/cities' }]);
    const refused = await app.call('GET', '/cities');
    expectRefused(refused, 'too-many-requests');
    expect(refused.headers['retry-after']).toBe('60');
  });

  it('does not stop health checks', async () => {
    // 503, because specs run no jobs.
    expect(await statuses(app, Array.from({ length: 4 }, () => ({ url: '/api/health' })))).toEqual([503, 503, 503, 503]);
  });
});

describe('the limit of a session', () => {
  it('counts its token however the scheme before it is written', async () => {
    const app = await startApp({ env: { RATE_LIMIT_PER_SESSION: '2' } });
    const token = await openSession(app);
    const as = (scheme: string) => ({ url: '/api/me', headers: { authorization: `${scheme} ${token}` } });
    expect(await statuses(app, [as('Bearer'), as('bearer'), as('BEARER'), as('bEaReR')])).toEqual([200, 200, 429, 429]);
    await app.close();
  });
});
