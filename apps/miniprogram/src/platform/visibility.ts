import Taro from '@tarojs/taro';

/**
 * Tells when the person leaves the app and when they come back.
 *
 * @returns ends the watch
 */
export function watchVisibility(onChange: (visible: boolean) => void): () => void {
  if (process.env.TARO_ENV === 'h5') {
    const tell = () => onChange(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }
  const onShow = () => onChange(true);
  const onHide = () => onChange(false);
  Taro.onAppShow(onShow);
  Taro.onAppHide(onHide);
  return () => {
    Taro.offAppShow(onShow);
    Taro.offAppHide(onHide);
  };
}
