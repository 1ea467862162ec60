import { freePort } from './ports.mjs';
import { startStack } from './stack.mjs';

/** Runs the API over a database for as long as `work` takes. @typedef {<T>(databaseUrl: string, env: Record<string, string>, work: (stack: import('./stack.mjs').Stack) => Promise<T>) => Promise<T>} WithStack */

/**
 * @param {string} dataDir its keys open what any of the databases holds
 * @returns {WithStack}
 */
export const temporaryStacks = (dataDir) => async (databaseUrl, env, work) => {
  const settings = { H5_DIR: '', CONSOLE_DIR: '', RATE_LIMIT_PER_IP: '0', RATE_LIMIT_PER_SESSION: '0' };
  const stack = await startStack({ port: await freePort(), dataDir, databaseUrl, withSandbox: true, env: { ...settings, ...env }, echo: process.env.VERBOSE === '1' });
  try {
    return await Promise.race([work(stack), stack.broken.then((problem) => Promise.reject(problem))]);
  } finally {
    await stack.stop();
  }
};
