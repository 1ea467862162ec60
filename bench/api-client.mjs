import http from 'node:http';

/** @typedef {{ method: 'GET' | 'POST' | 'PUT', path: string, token?: string, body?: unknown, key?: string, mark?: string }} Call */

/** A client that keeps its connections: one for what is timed, more for what only has to be done. */
export class ApiClient {
  #url;
  #agent;

  /**
   * @param {string} url where the API or the sandbox listens
   * @param {number} connections
   */
  constructor(url, connections) {
    this.#url = new URL(url);
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  }

  /**
   * @param {Call} call mark: the name under which the recorder keeps its statements
   * @returns {Promise<unknown>} the JSON answer
   * @throws {Error} for any other status than 200: a measurement of refusals is worth nothing
   */
  async call(call) {
    const { status, text } = await this.#send(call);
    if (status !== 200) throw new Error(`${call.method} ${call.path} → ${status} ${text.slice(0, 400)}`);
    return JSON.parse(text);
  }

  close() {
    this.#agent.destroy();
  }

  /**
   * @param {Call} call
   * @returns {Promise<{ status: number | undefined, text: string }>}
   */
  #send({ method, path, token, body, key, mark }) {
    const content = body === undefined ? undefined : JSON.stringify(body);
    /** @type {Record<string, string>} */
    const headers = { accept: 'application/json' };
    if (content !== undefined) Object.assign(headers, { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(content)) });
    if (token) headers.authorization = `Bearer ${token}`;
    if (key) headers['idempotency-key'] = key;
    if (mark) headers['x-bench-sample'] = mark;
    return new Promise((resolve, reject) => {
      const { hostname, port } = this.#url;
      const request = http.request({ hostname, port, method, path, headers, agent: this.#agent }, (response) => {
        /** @type {string[]} */
        const chunks = [];
        response.setEncoding('utf8');
        response.on('data', (chunk) => chunks.push(chunk)).on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode, text: chunks.join('') }));
      });
      request.on('error', reject);
      request.end(content);
    });
  }
}
