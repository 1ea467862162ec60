import Taro from '@tarojs/taro';

/** A word in passing that needs no answer, such as 已复制. Errors are shown on the page, never like this. */
export function showToast(text: string): void {
  void Taro.showToast({ title: text, icon: 'none', duration: 2000 }).catch(() => undefined);
}

/** Ends the spinner of a page that was pulled down. */
export function endPullDown(): void {
  Taro.stopPullDownRefresh();
}

/** Scrolls the page on show so that an element can be seen. */
export function scrollToElement(selector: string): void {
  void Taro.pageScrollTo({ selector, offsetTop: -96, duration: 200 }).catch(() => undefined);
}

/** Offers to ring a number. */
export function callPhone(number: string): void {
  void Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
}

/** Shows pictures full-screen. */
export function previewImages(addresses: readonly string[], current: string): void {
  void Taro.previewImage({ urls: [...addresses], current }).catch(() => undefined);
}
