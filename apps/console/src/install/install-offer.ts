import { observable } from '../api/observable';

/** The browser's own event, which no standard library types. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

const isInstallPrompt = (event: Event): event is InstallPrompt =>
  'prompt' in event && typeof event.prompt === 'function';

const offer = observable<InstallPrompt | undefined>(undefined);

/** The browser's offer to put the counter on this computer like a program; there is none where it is installed or cannot be. */
export const installOffer = {
  isOpen: (): boolean => offer.current() !== undefined,
  subscribe: offer.subscribe,
  /** Asks the person, through the browser. An offer serves once. */
  async accept(): Promise<void> {
    const present = offer.current();
    offer.set(undefined);
    await present?.prompt();
  },
};

/** Catches the offer, which comes early and once, until a page shows it. */
export function watchInstallOffer(target: EventTarget): void {
  target.addEventListener('beforeinstallprompt', (event) => {
    if (!isInstallPrompt(event)) return;
    event.preventDefault();
    offer.set(event);
  });
  target.addEventListener('appinstalled', () => offer.set(undefined));
}
