import { randomInt } from 'node:crypto';
import net from 'node:net';
import { codeOf, Problem } from './problem.mjs';

/**
 * Tries to listen, and lets go at once.
 * @param {number} port 0 for any free one
 * @param {string} [host] every address when left out
 * @returns {Promise<{ port: number } | { error: string }>} the port that was free, or the system's error code
 */
export function probePort(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve({ error: codeOf(error) ?? error.message }));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve({ port: found }));
    });
  });
}

/** Below the ports that systems give to outgoing connections, one of which would take it before somebody listens. */
const FREE_PORTS = { from: 16_000, below: 32_000 };
const TRIES = 50;

/**
 * @returns {Promise<number>} a port of 127.0.0.1 that nobody uses now, and nobody is given by chance
 */
export async function freePort() {
  let refusal = '';
  for (let i = 0; i < TRIES; i += 1) {
    const probe = await probePort(randomInt(FREE_PORTS.from, FREE_PORTS.below));
    if ('port' in probe) return probe.port;
    refusal = probe.error;
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
  // Somebody may hold one address only, and listening on the other family would still succeed.
  for (const host of [undefined, '127.0.0.1']) {
    const probe = await probePort(port, host);
    if ('port' in probe) continue;
    if (probe.error === 'EACCES') {
      throw new Problem(`没有权限使用端口 ${port}。No permission to use port ${port}.`, '请用 1024 以上的端口，例如 PORT=8090 npm start。Choose a port above 1024.');
    }
    throw new Problem(
      `端口 ${port} 已被其他程序占用。Port ${port} is taken by another program.`,
      `请关闭该程序，或换一个端口：PORT=${port + 1 > 65_535 ? 8090 : port + 1} npm start。Stop it, or choose another port.`,
    );
  }
}
