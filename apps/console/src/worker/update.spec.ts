/** @jest-environment jsdom */
import { TAKE_OVER } from './take-over';
import { startWorker, update } from './update';

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
  installing: Worker | null = null;
  waiting: Worker | null = null;
  update = () => Promise.resolve();
}
class Container extends EventTarget {
  controller: object | null = {};
  readonly registration = new Registration();
  register = () => Promise.resolve(this.registration);
}

it('holds a newer version back while a person is on the screen, and lets it in on the word', async () => {
  jest.useFakeTimers();
  const [workers, reload] = [new Container(), jest.fn()];
  await startWorker(workers as unknown as ServiceWorkerContainer, { script: '/console/sw.js', reload });
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
  await startWorker(workers as unknown as ServiceWorkerContainer, { script: '/console/sw.js', reload });
  workers.dispatchEvent(new Event('controllerchange'));
  expect(reload).not.toHaveBeenCalled();
  jest.useRealTimers();
});
