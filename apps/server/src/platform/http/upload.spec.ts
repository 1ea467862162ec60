import http from 'node:http';
import { startApp, type TestApp } from '../../../test/app';
import { openSession } from '../../../test/people';
import { newId } from '../database/new-id';

const TOTAL = 50 * 1024 * 1024;
const CHUNK = Buffer.alloc(64 * 1024, 1);
const HEAD = '--edge\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n';

let app: TestApp;
let address: URL;
let token: string;
beforeAll(async () => {
  app = await startApp();
  token = await openSession(app);
  await app.app.listen(0, '127.0.0.1');
  address = new URL(await app.app.getUrl());
});
afterAll(() => app.close());

/** Sends 50 MB and stops when the answer comes; says how much was sent by then. */
const sendMuch = (headers: http.OutgoingHttpHeaders): Promise<{ status: number | undefined; code: string; sent: number }> =>
  new Promise((resolve, reject) => {
    let sent = 0;
    const request = http.request({
      host: address.hostname, port: address.port, path: '/api/files?purpose=material', method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': newId(), 'content-type': 'multipart/form-data; boundary=edge', ...headers },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => {
        request.off('error', reject).on('error', () => undefined).destroy();
        resolve({ status: response.statusCode, code: (JSON.parse(text) as { code: string }).code, sent });
      });
    });
    const more = (): void => {
      while (sent < TOTAL && !request.destroyed) {
        sent += CHUNK.length;
        if (!request.write(CHUNK)) return void request.once('drain', more);
      }
    };
    request.write(HEAD);
    more();
  });

describe('a photo of 50 MB', () => {
  it('is refused before it is sent when its size is said', async () => {
    const answer = await sendMuch({ 'content-length': TOTAL });
    expect(answer).toMatchObject({ status: 413, code: 'body-too-large' });
    expect(answer.sent).toBeLessThan(TOTAL / 2);
  });

  it('is refused on the way when its size is not said', async () => {
    const answer = await sendMuch({});
    expect(answer).toMatchObject({ status: 413, code: 'body-too-large' });
    expect(answer.sent).toBeLessThan(TOTAL);
  });
});
