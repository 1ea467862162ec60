import { configure } from '@testing-library/react';

/** What jsdom lacks and the components need; called once by specs that render. */
export function fillBrowserGaps(): void {
  // A busy machine takes longer than the second that is given otherwise.
  configure({ asyncUtilTimeout: 15_000 });
  class NoObserver {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  class NextTurnChannel {
    readonly port1: { onmessage?: () => void } = {};
    readonly port2 = { postMessage: () => void setTimeout(() => this.port1.onmessage?.(), 0) };
  }
  Object.assign(globalThis, {
    ResizeObserver: NoObserver,
    IntersectionObserver: NoObserver,
    MessageChannel: NextTurnChannel,
  });
  Object.assign(window, {
    matchMedia: (query: string) => ({
      matches: false,
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      addListener: () => undefined,
      removeListener: () => undefined,
    }),
  });
  const styleOf = window.getComputedStyle.bind(window);
  window.getComputedStyle = (element) => styleOf(element);
  HTMLElement.prototype.scrollIntoView = () => undefined;
  URL.createObjectURL = () => 'blob:test';
  URL.revokeObjectURL = () => undefined;
}
