import Taro from '@tarojs/taro';

/** A short tap felt in the hand, where the phone can. */
export function vibrate(): void {
  void Taro.vibrateShort({ type: 'medium' }).catch(() => undefined);
}
