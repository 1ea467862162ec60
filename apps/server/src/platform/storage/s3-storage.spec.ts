import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { testConfig } from '../../../test/app';
import { FieldCipher } from '../crypto/field-cipher';
import { S3Storage } from './s3-storage';

const NO_SUCH_KEY = '<?xml version="1.0" encoding="UTF-8"?><Error><Code>NoSuchKey</Code><Message>none</Message></Error>';

/** A bucket that keeps what it gets, by path; everything it was asked is written down. */
class Bucket {
  readonly objects = new Map<string, Buffer>();
  readonly credentials: string[] = [];
  /** Answers that fail before the next one succeeds. */
  failures = 0;
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const path = new URL(request.url ?? '', 'http://bucket').pathname;
    this.credentials.push(/Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '');
    if (this.failures > 0) {
      this.failures -= 1;
      response.writeHead(503).end();
      return;
    }
    if (request.method === 'PUT') this.objects.set(path, body);
    if (request.method === 'DELETE') this.objects.delete(path);
    if (request.method !== 'GET') {
      response.writeHead(request.method === 'DELETE' ? 204 : 200).end();
      return;
    }
    const found = this.objects.get(path);
    response.writeHead(found ? 200 : 404, { 'content-type': found ? 'application/octet-stream' : 'application/xml' }).end(found ?? NO_SUCH_KEY);
  }
}

describe('S3Storage', () => {
  let bucket: Bucket;
  let storage: S3Storage;
  beforeEach(async () => {
    bucket = new Bucket();
    const place = { endpoint: await bucket.open(), region: 'cn-south-1', bucket: 'papers', accessKeyId: 'spec-key', secretAccessKey: 'spec-secret' };
    storage = new S3Storage(place, new FieldCipher(testConfig({ DATABASE_URL: 'postgres://u:p@127.0.0.1/x', DATA_DIR: '/tmp' })));
  });
  afterEach(() => bucket.close());

  it('gives back what was put, replaces, and deletes', async () => {
    await storage.put('photos/a', Buffer.from('first'));
    await storage.put('photos/a', Buffer.from('second'));
    expect((await storage.get('photos/a'))?.toString()).toBe('second');
    await storage.delete('photos/a');
    await storage.delete('photos/a');
    expect(await storage.get('photos/a')).toBeUndefined();
  });

  it('sends nothing in clear, to the bucket by path, under its own credentials', async () => {
    await storage.put('photos/a', Buffer.from('林晓岚'));
    expect([...bucket.objects.keys()]).toEqual(['/papers/photos/a']);
    expect(bucket.objects.get('/papers/photos/a')?.includes(Buffer.from('林晓岚'))).toBe(false);
    expect(new Set(bucket.credentials)).toEqual(new Set(['spec-key']));
  });

  it('does not open an object under another name', async () => {
    await storage.put('photos/a', Buffer.from('x'));
    bucket.objects.set('/papers/photos/b', bucket.objects.get('/papers/photos/a') ?? Buffer.alloc(0));
    await expect(storage.get('photos/b')).rejects.toThrow();
  });

  it('tries again when the service is busy, and says so when it stays busy', async () => {
    bucket.failures = 1;
    await storage.put('photos/a', Buffer.from('x'));
    expect((await storage.get('photos/a'))?.toString()).toBe('x');
    bucket.failures = 10;
    await expect(storage.get('photos/a')).rejects.toThrow();
  });
});
