import Taro from '@tarojs/taro';

/**
 * Makes the screen bright and keeps it on while a code is shown.
 *
 * @returns puts both back as they were
 */
export function lightUpScreen(): () => void {
  return process.env.TARO_ENV === 'h5' ? keepAwakeInBrowser() : lightUpPhone();
}

function lightUpPhone(): () => void {
  let before: number | undefined;
  let over = false;
  void Taro.getScreenBrightness({
    success: ({ value }) => {
      if (over) return;
      before = value;
      void Taro.setScreenBrightness({ value: 1 }).catch(() => undefined);
    },
  }).catch(() => undefined);
  void Taro.setKeepScreenOn({ keepScreenOn: true }).catch(() => undefined);
  return () => {
    over = true;
    if (before !== undefined) void Taro.setScreenBrightness({ value: before }).catch(() => undefined);
    void Taro.setKeepScreenOn({ keepScreenOn: false }).catch(() => undefined);
  };
}

function keepAwakeInBrowser(): () => void {
  if (!('wakeLock' in navigator)) return () => undefined;
  const lock = navigator.wakeLock.request('screen').catch(() => undefined);
  return () => void lock.then((held) => held?.release()).catch(() => undefined);
}
