import { startSandbox, type TestSandbox } from '../../../test/sandbox';
import { SandboxClock } from './sandbox-clock';

const DAY = 86_400_000;
/** What a busy machine may take; the times are days apart. */
const MINUTE = 60_000;

describe('SandboxClock', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  it('follows the time that somebody set in the sandbox and tells who listens', async () => {
    await sandbox.post('/clock', { offsetMs: 40 * DAY });
    const clock = new SandboxClock(sandbox.url);
    await clock.start();
    expect(Math.abs(clock.now() - Date.now() - 40 * DAY)).toBeLessThan(MINUTE);
    const moved = new Promise<void>((resolve) => clock.onMoved(resolve));
    await sandbox.post('/clock', { offsetMs: 41 * DAY });
    await moved;
    expect(Math.abs(clock.now() - Date.now() - 41 * DAY)).toBeLessThan(MINUTE);
    clock.stop();
  });

  it('keeps the machine’s time when there is no sandbox to ask', async () => {
    const clock = new SandboxClock('http://127.0.0.1:9');
    await clock.start();
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(MINUTE);
    clock.stop();
  });
});
