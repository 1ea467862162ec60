import { randomInt } from 'node:crypto';
import net from 'node:net';
import { codeOf, Problem } from './problem.mjs';

/**
 * Tries to listen, and lets go at once.
 * @param {number} port
 * @param {string} [host] every address when left out
 * @returns {Promise<string | undefined>} the system's error code; nothing when it is free
 */
function tryToListen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(codeOf(error) ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/**
 * Somebody may hold one address only, and listening on the other family would still succeed.
 * @param {number} port
 * @returns {Promise<string | undefined>} the system's error code; nothing when it is free
 */
const whyTaken = async (port) => (await tryToListen(port)) ?? (await tryToListen(port, '127.0.0.1'));

/** Below the ports that systems usually give to outgoing connections, one of which might take it before somebody listens. */
const FREE_PORTS = { from: 16_000, below: 32_000 };
const TRIES = 50;

/**
 * @returns {Promise<number>} a port that nobody uses now
 */
export async function freePort() {
  let refusal = '';
  for (let i = 0; i < TRIES; i += 1) {
    const port = randomInt(FREE_PORTS.from, FREE_PORTS.below);
    const error = await whyTaken(port);
    if (error === undefined) return port;
    refusal = error;
  }
  throw new Problem(`本机没有可用的端口（${refusal}）。No free port on this machine.`);
}

/**
 * @param {string | undefined} text the PORT variable
 * @returns {number}
 * @throws {Problem} when it is not a port number
 */
export function parsePort(text) {
  if (text === undefined || text === '') return 8080;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Problem(`PORT=${text} 不是有效的端口号。PORT=${text} is not a port number.`, '请用 1 至 65535 之间的整数，例如 PORT=8090 npm start。Use 1 to 65535.');
}

/**
 * @param {number} port
 * @throws {Problem} naming the port and how to choose another
 */
export async function requireFreePort(port) {
  const error = await whyTaken(port);
  if (error === undefined) return;
  if (error === 'EACCES') {
    throw new Problem(`没有权限使用端口 ${port}。No permission to use port ${port}.`, '请用 1024 以上的端口，例如 PORT=8090 npm start。Choose a port above 1024.');
  }
  throw new Problem(
    `端口 ${port} 已被其他程序占用。Port ${port} is taken by another program.`,
    `请关闭该程序，或换一个端口：PORT=${port + 1 > 65_535 ? 8090 : port + 1} npm start。Stop it, or choose another port.`,
  );
}
