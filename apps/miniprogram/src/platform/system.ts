import Taro from '@tarojs/taro';

/** Heights and widths in CSS px that the page shell must leave free. */
export interface ScreenMetrics {
  /** Above the title bar; in the browser the style sheet adds `env(safe-area-inset-top)` instead. */
  readonly statusBar: number;
  readonly titleBar: number;
  /** WeChat's capsule with the two buttons, from its left edge to the edge of the screen. */
  readonly capsule: number;
}

const IN_BROWSER: ScreenMetrics = { statusBar: 0, titleBar: 48, capsule: 0 };

let measured: ScreenMetrics | undefined;

/** Measured once: the mini-program is portrait only. */
export function screenMetrics(): ScreenMetrics {
  measured ??= process.env.TARO_ENV === 'h5' ? IN_BROWSER : measure();
  return measured;
}

function measure(): ScreenMetrics {
  try {
    const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo();
    const capsule = Taro.getMenuButtonBoundingClientRect();
    return {
      statusBar: statusBarHeight,
      titleBar: (capsule.top - statusBarHeight) * 2 + capsule.height,
      capsule: windowWidth - capsule.left,
    };
  } catch {
    return { statusBar: 20, titleBar: 44, capsule: 97 };
  }
}
