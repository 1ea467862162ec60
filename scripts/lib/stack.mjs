import path from 'node:path';
import { explainDeath, startService } from './children.mjs';
import { fromRoot } from './paths.mjs';
import { Problem } from './problem.mjs';

/**
 * @typedef {object} StackOptions
 * @property {number} port of the API and all pages
 * @property {string} dataDir absolute
 * @property {string} databaseUrl
 * @property {boolean} withSandbox
 * @property {Record<string, string>} [env] more variables for the API
 * @property {boolean} [echo] show what the programs write
 * @property {(text: string) => void} [onStep]
 */

/**
 * @typedef {object} Stack
 * @property {string} url for example http://localhost:8080
 * @property {string | undefined} sandboxUrl where the sandbox itself listens
 * @property {number[]} pids of the programs
 * @property {Promise<Problem>} broken settles when a part of it ends without being asked to
 * @property {() => Promise<void>} stop the API first, then the sandbox it talks to
 */

const HEALTHY_WITHIN_MS = 90_000;

/**
 * Starts the sandbox and the API over a database that runs already.
 * @param {StackOptions} options
 * @returns {Promise<Stack>} once GET /api/health answers 200
 * @throws {Problem} when a part does not come up; nothing is left running then
 */
export async function startStack(options) {
  const url = `http://localhost:${options.port}`;
  /** @type {import('./children.mjs').Service[]} */
  const services = [];
  let stopping = false;
  const stop = async () => {
    stopping = true;
    for (const service of [...services].reverse()) await service.stop();
  };
  try {
    let sandboxUrl;
    if (options.withSandbox) {
      options.onStep?.('启动外部系统沙箱 · starting the sandbox');
      const sandbox = startSandbox(options, url);
      services.push(sandbox);
      sandboxUrl = await within(30_000, 'sandbox', sandbox.waitForLine(listeningUrl));
    }
    options.onStep?.('启动 API · starting the API');
    const api = startApi(options, sandboxUrl);
    services.push(api);
    await waitForHealth(`http://127.0.0.1:${options.port}`, api);
    const broken = Promise.race(services.map(({ died }) => died)).then((death) => (stopping ? new Promise(() => {}) : explainDeath(death)));
    return { url, sandboxUrl, pids: services.map(({ pid }) => pid), broken, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {StackOptions} options
 * @param {string} appUrl
 */
function startSandbox({ dataDir, echo = false }, appUrl) {
  return startService({
    name: 'sandbox',
    main: fromRoot('apps', 'sandbox', 'dist', 'main.js'),
    env: { SANDBOX_PORT: '0', SANDBOX_APP_URL: appUrl, SANDBOX_STATE_FILE: path.join(dataDir, 'sandbox-state.json') },
    logDir: path.join(dataDir, 'logs'),
    echo,
  });
}

/**
 * @param {StackOptions} options
 * @param {string | undefined} sandboxUrl
 */
function startApi({ port, dataDir, databaseUrl, env = {}, echo = false }, sandboxUrl) {
  return startService({
    name: 'api',
    main: fromRoot('apps', 'server', 'dist', 'main.js'),
    env: {
      NODE_ENV: process.env.NODE_ENV ?? 'development',
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      H5_DIR: fromRoot('apps', 'miniprogram', 'dist', 'h5'),
      CONSOLE_DIR: fromRoot('apps', 'console', 'dist'),
      ...(sandboxUrl ? { SANDBOX_URL: sandboxUrl } : {}),
      ...env,
    },
    logDir: path.join(dataDir, 'logs'),
    echo,
  });
}

/**
 * @param {string} line
 * @returns {string | undefined} the address in {"event":"listening","url":…}
 */
function listeningUrl(line) {
  if (!line.startsWith('{')) return undefined;
  try {
    const said = JSON.parse(line);
    return said.event === 'listening' && typeof said.url === 'string' ? said.url : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} url
 * @param {import('./children.mjs').Service} api
 */
async function waitForHealth(url, api) {
  const deadline = performance.now() + HEALTHY_WITHIN_MS;
  while (performance.now() < deadline) {
    if (!api.isRunning()) throw explainDeath(await api.died);
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    // Without reading the body the connection would stay open.
    await response?.arrayBuffer().catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  throw new Problem('API 在 90 秒内没有就绪。The API did not become ready within 90 seconds.', undefined, api.lastWords());
}

/**
 * @template T
 * @param {number} ms
 * @param {string} name
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
async function within(ms, name, work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Problem(`${name} 在 ${ms / 1000} 秒内没有就绪。${name} did not become ready in time.`)), ms);
  });
  try {
    return /** @type {T} */ (await Promise.race([work, late]));
  } finally {
    clearTimeout(timer);
  }
}
