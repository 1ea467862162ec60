import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import { startService } from '../../../scripts/lib/children.mjs';
import { fromRoot } from '../../../scripts/lib/paths.mjs';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { ApiClient } from '../../api-client.mjs';
import { createDatabase } from '../../databases.mjs';
import { CounterClock } from '../counter-clock.mjs';
import { prepareHolders } from '../holders.mjs';
import { logInClerks } from '../clerks.mjs';
import { compareRoutes } from './compare.mjs';

const MOST_HOLDERS = 200;
const ROUNDS = { warmUp: 3, measured: 6 };

/**
 * The verify route with its single-use commit, beside a bare floor and a usual twin: three programs, one PostgreSQL.
 * @param {import('../../../scripts/lib/temporary-ground.mjs').Ground} bench
 * @param {import('../../../scripts/lib/report.mjs').Reporter} report
 * @returns {ReturnType<typeof compareRoutes>}
 */
export async function benchVerifyRoute({ dataDir, databaseUrl, withStack }, report) {
  const [apiDb, floorDb, twinDb] = [
    await createDatabase(databaseUrl, 'bench_verify'), await createDatabase(databaseUrl, 'bench_floor'), await createDatabase(databaseUrl, 'bench_twin'),
  ];
  return withStack(apiDb, {}, async (stack) => {
    report.step('准备持证人和他们的手机 · preparing holders and their phones');
    const holders = await prepareHolders(stack, MOST_HOLDERS);
    const api = new ApiClient(stack.url, 1);
    const { keySet } = /** @type {{ keySet: string }} */ (await api.call({ method: 'GET', path: '/api/live-pass/keys' }));
    const [clerkToken = ''] = await logInClerks(api);
    api.close();
    const jwt = generateKeyPairSync('ed25519');
    const clock = new CounterClock(stack);
    const floor = await startBeside('floor', dataDir, { DATABASE_URL: floorDb, KEY_SET: keySet });
    const twin = await startBeside('twin', dataDir, { DATABASE_URL: twinDb, ISSUER_KEY: JSON.stringify(jwt.publicKey.export({ format: 'jwk' })), HOLDERS: String(holders.length), TOKEN: clerkToken });
    try {
      report.step('测量核验接口 · measuring the verify route');
      const urls = { api: stack.url.replace('localhost', '127.0.0.1'), floor: floor.url, twin: twin.url, bareTwin: twin.url };
      return await compareRoutes({ holders, clock, clerkToken, urls, jwtIssuer: jwt.privateKey, rounds: ROUNDS.measured, warmUp: ROUNDS.warmUp });
    } finally {
      clock.close();
      await Promise.all([floor.stop(), twin.stop()]);
    }
  });
}

/**
 * @param {'floor' | 'twin'} name
 * @param {string} dataDir
 * @param {Record<string, string>} env
 */
async function startBeside(name, dataDir, env) {
  const port = await freePort();
  const main = fromRoot('bench', 'live-pass', 'verify-route', `${name}.mjs`);
  const service = startService({ name, main, env: { PORT: String(port), NODE_ENV: 'production', ...env }, logDir: path.join(dataDir, 'logs'), echo: process.env.VERBOSE === '1' });
  const listening = service.waitForLine((line) => (line === 'listening' ? line : undefined));
  await Promise.race([listening, service.died.then(({ how, lastWords }) => Promise.reject(new Error(`${name} ended: ${how}\n${lastWords}`)))]);
  return { url: `http://127.0.0.1:${port}`, stop: () => service.stop() };
}
