type Listener = () => void;

class Signal {
  aborted = false;
  reason: unknown = undefined;
  onabort: Listener | null = null;
  private listeners: Listener[] = [];

  addEventListener(type: string, listener: Listener): void {
    if (type === 'abort') this.listeners.push(listener);
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.listeners = this.listeners.filter((other) => other !== listener);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  fire(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason ?? new Error('aborted');
    this.onabort?.();
    this.listeners.forEach((listener) => listener());
  }
}

/** WeChat has no AbortController; without one every query of React Query stays pending for ever. */
export class AbortController {
  readonly signal = new Signal();

  abort(reason?: unknown): void {
    this.signal.fire(reason);
  }
}
