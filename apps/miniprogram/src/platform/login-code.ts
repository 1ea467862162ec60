import Taro from '@tarojs/taro';

const QUERY_NAME = 'wxcode';

/**
 * The code that stands for this person towards WeChat; it lives 5 minutes and works once.
 * In the browser it comes in the address (`?wxcode=…`) and is taken out of it at once.
 *
 * @returns `undefined` where there is none: the person logs in by SMS then
 */
export async function takeLoginCode(): Promise<string | undefined> {
  if (process.env.TARO_ENV === 'h5') return takeCodeFromAddress();
  try {
    return (await Taro.login()).code || undefined;
  } catch {
    return undefined;
  }
}

/** Whether somebody is handing over a log-in right now, which ends the session of whoever was here before. */
export const hasLoginCodeInAddress = (): boolean =>
  process.env.TARO_ENV === 'h5' && new URLSearchParams(window.location.search).has(QUERY_NAME);

function takeCodeFromAddress(): string | undefined {
  const address = new URL(window.location.href);
  const code = address.searchParams.get(QUERY_NAME);
  if (code === null) return undefined;
  address.searchParams.delete(QUERY_NAME);
  window.history.replaceState(window.history.state, '', address.toString());
  return code || undefined;
}

/** Whether WeChat itself can log the person in. */
export const hasWechat = process.env.TARO_ENV === 'weapp';
