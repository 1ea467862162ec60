/** @jest-environment jsdom */
import { TAKE_OVER } from './take-over';
import { startWorker, update } from './update';

const HOME = { script: '/console/sw.js', scope: '/console' };

class Worker extends EventTarget {
  state = 'installing';
  readonly said: unknown[] = [];
  postMessage(message: unknown): void {
    this.said.push(message);
  }
  becomes(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}
class Registration extends EventTarget {
  active: object | null = null;
  installing: Worker | null = null;
  waiting: Worker | null = null;
  constructor(readonly scope = 'https://desk.test/console') {
    super();
  }
  update = () => Promise.resolve();
  readonly unregister = jest.fn(() => Promise.resolve(true));
}
class Container extends EventTarget {
  controller: object | null = {};
  readonly registration = new Registration();
  readonly registrations = [this.registration];
  readonly register = jest.fn((_script: string, _options: RegistrationOptions) => Promise.resolve(this.registration));
  getRegistrations = () => Promise.resolve(this.registrations);
}

it('holds a newer version back while a person is on the screen, and lets it in on the word', async () => {
  jest.useFakeTimers();
  const [workers, reload] = [new Container(), jest.fn()];
  await startWorker(workers as unknown as ServiceWorkerContainer, { ...HOME, reload });
  expect(update.current()).toBe('none');

  const coming = new Worker();
  workers.registration.installing = coming;
  workers.registration.dispatchEvent(new Event('updatefound'));
  workers.registration.waiting = coming;
  coming.becomes('installed');
  expect(update.current()).toBe('waiting');

  update.hold(true);
  update.apply();
  expect(coming.said).toEqual([]);
  update.hold(false);
  update.apply();
  expect(coming.said).toEqual([TAKE_OVER]);
  update.hold(true);
  // Another tab lets it in: this one waits until its person is gone.
  workers.dispatchEvent(new Event('controllerchange'));
  expect(update.current()).toBe('replaced');
  expect(reload).not.toHaveBeenCalled();
  update.hold(false);
  expect(reload).toHaveBeenCalledTimes(1);
  jest.useRealTimers();
});

it('loads nothing anew for the very first worker, which is of the page’s own version', async () => {
  jest.useFakeTimers();
  const [workers, reload] = [new Container(), jest.fn()];
  workers.controller = null;
  await startWorker(workers as unknown as ServiceWorkerContainer, { ...HOME, reload });
  workers.dispatchEvent(new Event('controllerchange'));
  expect(reload).not.toHaveBeenCalled();
  jest.useRealTimers();
});

it('answers at the bare address too, and lets a worker for less go once this one can serve', async () => {
  jest.useFakeTimers();
  const workers = new Container();
  const [narrower, foreign] = [new Registration('https://desk.test/console/'), new Registration('https://desk.test/')];
  workers.registrations.push(narrower, foreign);
  const start = () =>
    startWorker(workers as unknown as ServiceWorkerContainer, { ...HOME, reload: () => undefined });
  await start();
  expect(workers.register.mock.calls[0]).toEqual(['/console/sw.js', { scope: '/console', updateViaCache: 'none' }]);
  expect(narrower.unregister).not.toHaveBeenCalled();
  workers.registration.active = {};
  await start();
  await Promise.resolve();
  expect(narrower.unregister).toHaveBeenCalledTimes(1);
  for (const kept of [workers.registration, foreign]) expect(kept.unregister).not.toHaveBeenCalled();
  jest.useRealTimers();
});
