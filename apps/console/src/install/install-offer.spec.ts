import { installOffer, watchInstallOffer } from './install-offer';

it('keeps the browser’s offer for the button, and uses it once', async () => {
  const target = new EventTarget();
  watchInstallOffer(target);
  expect(installOffer.isOpen()).toBe(false);
  const prompt = jest.fn(() => Promise.resolve());
  const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt });
  target.dispatchEvent(offer);
  expect(offer.defaultPrevented).toBe(true);
  expect(installOffer.isOpen()).toBe(true);
  await installOffer.accept();
  await installOffer.accept();
  expect(prompt).toHaveBeenCalledTimes(1);
  expect(installOffer.isOpen()).toBe(false);
});

it('shows no button where the counter is installed already', () => {
  const target = new EventTarget();
  watchInstallOffer(target);
  target.dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt: () => Promise.resolve() }));
  target.dispatchEvent(new Event('appinstalled'));
  expect(installOffer.isOpen()).toBe(false);
});
