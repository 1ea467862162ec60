import Taro from '@tarojs/taro';

/**
 * Takes the tab bar away while something lies over the page: WeChat draws it above everything.
 *
 * @returns brings it back
 */
export function hideTabBar(): () => void {
  // Other pages have none, and refuse.
  void Taro.hideTabBar({ animation: false }).catch(() => undefined);
  return () => void Taro.showTabBar({ animation: false }).catch(() => undefined);
}
