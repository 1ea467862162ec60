import { startApp, type TestApp } from './app';
import { LivePhone } from './live-phone';
import { logInStaff, peopleWho } from './people';
import { holderOf, type Holder } from './wallet';

/** Two counters, and a holder whose phone shows a live permit. */
export interface Counter {
  readonly app: TestApp;
  readonly holder: Holder;
  /** Session tokens of clerks at different counters. */
  readonly clerk: string;
  readonly otherClerk: string;
  readonly phone: LivePhone;
}

export async function openCounter(): Promise<Counter> {
  const app = await startApp({ sandbox: true });
  const [person] = await peopleWho(app, 'exempt', '440100');
  if (!person) throw new Error('no test resident');
  const holder = await holderOf(app, person);
  const [clerk, otherClerk] = [await logInStaff(app, 'hejiamin'), await logInStaff(app, 'wujianhui')];
  await app.runJobs();
  const phone = new LivePhone(app, holder);
  expect((await phone.enrol()).status).toBe(200);
  return { app, holder, clerk, otherClerk, phone };
}
