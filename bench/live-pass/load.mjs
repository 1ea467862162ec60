import net from 'node:net';

/** One request whose answer counts. @typedef {{ path: string, headers: Record<string, string>, body: string }} Shot */
/** @typedef {{ status: number, body: string, tookMs: number }} Hit */

/**
 * Fires requests over a fixed number of kept connections, each as soon as its connection is free. Plain sockets: an HTTP
 * client would take as much of the machine as what is measured.
 * @param {string} url
 * @param {readonly Shot[]} shots
 * @param {number} connections
 * @returns {Promise<{ hits: Hit[], tookMs: number }>} in the order of the shots
 */
export async function fire(url, shots, connections) {
  const { hostname, port } = new URL(url);
  /** @type {Hit[]} */
  const hits = new Array(shots.length);
  let next = 0;
  const startedAt = performance.now();
  const worker = async () => {
    const line = await Line.open(hostname, Number(port));
    for (let index = next++; index < shots.length; index = next++) {
      const shot = /** @type {Shot} */ (shots[index]);
      const sentAt = performance.now();
      const answer = await line.send(shot, hostname);
      hits[index] = { ...answer, tookMs: performance.now() - sentAt };
    }
    line.close();
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return { hits, tookMs: performance.now() - startedAt };
}

/** One kept connection. */
class Line {
  #socket;
  /** @type {Buffer} */
  #received = Buffer.alloc(0);
  /** @type {{ resolve: (answer: { status: number, body: string }) => void, reject: (error: Error) => void } | undefined} */
  #waiting;

  /** @param {net.Socket} socket */
  constructor(socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', (error) => this.#waiting?.reject(error));
    socket.on('close', () => this.#waiting?.reject(new Error('the server closed the connection')));
  }

  /** @param {string} host @param {number} port @returns {Promise<Line>} */
  static open(host, port) {
    return new Promise((resolve, reject) => {
      const socket = net.connect({ host, port, noDelay: true }, () => resolve(new Line(socket)));
      socket.once('error', reject);
    });
  }

  /** @param {Shot} shot @param {string} host @returns {Promise<{ status: number, body: string }>} */
  send({ path, headers, body }, host) {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('');
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(`POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${lines}\r\n${body}`);
    });
  }

  close() {
    this.#waiting = undefined;
    this.#socket.destroy();
  }

  /** @param {Buffer} chunk */
  #take(chunk) {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const headEnd = this.#received.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const head = this.#received.toString('latin1', 0, headEnd);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) return void this.#waiting?.reject(new Error('an answer without a length'));
    const end = headEnd + 4 + length;
    if (this.#received.length < end) return;
    const body = this.#received.toString('utf8', headEnd + 4, end);
    this.#received = this.#received.subarray(end);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve({ status: Number(head.slice(9, 12)), body });
  }
}
