import { refuse } from '@yuezheng/shared-types';
import { startApp, type TestApp } from '../../test/app';
import { logInVerified, personWho } from '../../test/people';
import { Residents } from '../accounts/residents';
import { PhotoClient } from '../exchange/photo.client';
import { PortraitOnRecord } from './portrait-on-record';

describe('the portrait on record', () => {
  let app: TestApp;
  let holderId: string;
  beforeAll(async () => {
    app = await startApp({ sandbox: true });
    const person = await personWho(app, 'exempt');
    await logInVerified(app, person);
    holderId = (await app.get(Residents).holderOf('citizen-id', person.idNumber)) ?? '';
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => app.close());

  it('comes as a JPEG', async () => {
    const portrait = await app.get(PortraitOnRecord).of(holderId, 'spec');
    expect(portrait.ok && portrait.value?.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  });

  it.each(['', 'bm90IGEgcGljdHVyZQ==', '/9j/4AAQSkZJRg=='])('is a register that does not answer when it sends “%s”', async (jpegBase64) => {
    jest.spyOn(app.get(PhotoClient), 'query').mockResolvedValue({ ok: true, value: { kind: 'found', data: { jpegBase64 } } } as Awaited<ReturnType<PhotoClient['query']>>);
    expect(await app.get(PortraitOnRecord).of(holderId, 'spec')).toEqual(refuse('outside-system-down'));
  });
});
