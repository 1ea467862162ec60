import sharp from 'sharp';
import { expectRefused, startApp, type TestApp } from '../../test/app';
import { Applicant, multipart, picture } from '../../test/applicant';
import { openSession, peopleWho } from '../../test/people';
import { FileShelf } from './file-shelf';

let app: TestApp;
let owner: Applicant;
let stranger: Applicant;

beforeAll(async () => {
  app = await startApp({ sandbox: true });
  const [first, second] = await peopleWho(app, 'exempt', '440100');
  [owner, stranger] = [await Applicant.of(app, first!), await Applicant.of(app, second!)];
}, 60_000);
afterAll(() => app.close());

const read = (applicant: Applicant, fileId: string, size = 'full') => app.call('GET', `/files/${fileId}?size=${size}`, { token: applicant.token });

describe('uploading', () => {
  it('keeps a new picture: upright, without EXIF, as JPEG', async () => {
    const lying = await picture(1200, 800).withExif({ IFD0: { Make: 'a phone', ImageDescription: 'at home' } }).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const stored = await owner.upload(lying);
    expect(stored.body).toMatchObject({ mime: 'image/jpeg', width: 800, height: 1200 });
    const full = await read(owner, stored.body.id);
    const metadata = await sharp(full.raw).metadata();
    expect(metadata).toMatchObject({ format: 'jpeg', width: 800, height: 1200 });
    expect(metadata.exif).toBeUndefined();
    expect(metadata.orientation).toBeUndefined();
    const thumb = await sharp((await read(owner, stored.body.id, 'thumb')).raw).metadata();
    expect(Math.max(thumb.width, thumb.height)).toBe(360);
  });

  it('takes PNG and WebP, and makes large ones smaller', async () => {
    expect((await owner.upload(await picture().png().toBuffer())).status).toBe(200);
    expect((await owner.upload(await picture(3000, 2000).webp({ quality: 30 }).toBuffer())).body).toMatchObject({ width: 2600, height: 1733 });
  });

  it('leaves nothing readable on the disk', async () => {
    const { id } = (await owner.upload(await picture().jpeg().toBuffer())).body;
    const [{ holder_id: holderId }] = (await app.database.query<{ holder_id: string }>('SELECT holder_id FROM files WHERE file_id = $1', [id])) as [{ holder_id: string }];
    await expect(app.get(FileShelf).read(holderId, id)).resolves.toBeInstanceOf(Buffer);
    await expect(app.get(FileShelf).read(id, id)).resolves.toBeUndefined();
  });

  it.each([
    ['a text named .jpg', Buffer.from('只是文字'.repeat(200)), 'file-type-unsupported'],
    ['a script behind a GIF head', Buffer.from(`GIF89a<?php ${'x'.repeat(500)}`), 'file-type-unsupported'],
    ['a JPEG head and nothing behind', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(300)]), 'file-unreadable'],
    ['an ASF container whose first object has no length', Buffer.concat([Buffer.from('3026b2758e66cf11a6d9', 'hex'), Buffer.alloc(190)]), 'file-type-unsupported'],
    ['a drawing that carries a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'file-type-unsupported'],
    ['an empty file', Buffer.alloc(0), 'file-type-unsupported'],
  ] as const)('refuses %s', async (_name, bytes, code) => {
    expectRefused(await owner.upload(bytes), code);
  });

  it('refuses a picture that was cut off', async () => {
    const whole = await picture().jpeg().toBuffer();
    expectRefused(await owner.upload(whole.subarray(0, whole.length / 2)), 'file-unreadable');
  });

  it('refuses small ones, enormous ones and 50 MB', async () => {
    expectRefused(await owner.upload(await picture(200, 200).jpeg().toBuffer()), 'image-too-small');
    const flat = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } }).png().toBuffer();
    expectRefused(await owner.upload(flat), 'image-too-many-pixels');
    expectRefused(await owner.upload(Buffer.alloc(50 * 1024 * 1024, 0xff)), 'body-too-large');
  });

  it('wants a portrait for the permit', async () => {
    expect((await owner.upload(await picture(358, 441).jpeg().toBuffer(), 'photo')).status).toBe(200);
    expect(expectRefused(await owner.upload(await picture(300, 441).jpeg().toBuffer(), 'photo'), 'image-too-small').detail).toContain('358 × 441');
    expectRefused(await owner.upload(await picture(1000, 700).jpeg().toBuffer(), 'photo'), 'field-invalid');
    const blank = await sharp({ create: { width: 400, height: 500, channels: 3, background: '#fefefe' } }).jpeg().toBuffer();
    expectRefused(await owner.upload(blank, 'photo'), 'field-invalid');
  });

  it('needs a file, a purpose and a verified name', async () => {
    expectRefused(await app.call('POST', '/files?purpose=material', { token: owner.token, body: { file: 'x' } }), 'invalid-request');
    expectRefused(await app.call('POST', '/files?purpose=joke', { token: owner.token, ...multipart(Buffer.from('x')) }), 'invalid-request');
    expectRefused(await app.call('POST', '/files?purpose=material', { token: await openSession(app), ...multipart(await picture().jpeg().toBuffer()) }), 'real-name-required');
  });
});

describe('reading', () => {
  it('is for the owner alone', async () => {
    const { id } = (await owner.upload(await picture().jpeg().toBuffer())).body;
    expectRefused(await read(stranger, id), 'not-found');
    expect((await read(owner, id.toUpperCase())).status).toBe(200);
    expectRefused(await app.call('GET', `/files/${id}`), 'not-logged-in');
  });
});
