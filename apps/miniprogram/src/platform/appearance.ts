import Taro from '@tarojs/taro';

type Look = 'system' | 'light' | 'dark' | 'contrast';

const LOOKS: readonly Look[] = ['light', 'dark', 'contrast'];

/** The tab bar in the looks that differ from the phone's own; `theme.json` holds the same colours for the phone's. */
const TAB_BARS: Record<Exclude<Look, 'system'>, { color: string; selectedColor: string; backgroundColor: string }> = {
  light: { color: '#66758A', selectedColor: '#1659C6', backgroundColor: '#FFFFFF' },
  dark: { color: '#97A5B8', selectedColor: '#82B2FF', backgroundColor: '#172231' },
  contrast: { color: '#2E3B4B', selectedColor: '#0A3A85', backgroundColor: '#FFFFFF' },
};

/**
 * Gives what lies outside the page shell, such as the tab bar, the look that the person chose.
 *
 * @param elder large type; WeChat's own tab bar has one size only
 */
export function showAppearance(look: Look, elder: boolean): void {
  if (process.env.TARO_ENV === 'h5') {
    document.documentElement.classList.toggle('yz-root--elder', elder);
    LOOKS.forEach((one) => document.documentElement.classList.toggle(`yz-root--${one}`, one === look));
    return;
  }
  if (look !== 'system') void Taro.setTabBarStyle({ ...TAB_BARS[look], borderStyle: look === 'dark' ? 'black' : 'white' }).catch(() => undefined);
}
