import Taro, { useRouter } from '@tarojs/taro';

export type PageParams = Readonly<Record<string, string | undefined>>;

const HOME = 'pages/home/index';
const TAB_PAGES: readonly string[] = [HOME, 'pages/services/index', 'pages/wallet/index', 'pages/me/index'];

/** Address of a page with its parameters, such as `/packages/apply/guide/index?serviceId=endorse`. */
export function pageUrl(page: string, params: PageParams = {}): string {
  const query = Object.entries(params)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  const path = page.startsWith('/') ? page : `/${page}`;
  return query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`;
}

const isTab = (url: string): boolean => TAB_PAGES.includes((url.split('?')[0] as string).slice(1));

/** Opens a page above this one; a tab page is switched to. `page` may carry its own query, as links in messages do. */
export async function openPage(page: string, params?: PageParams): Promise<void> {
  const url = pageUrl(page, params);
  if (isTab(url)) {
    await Taro.switchTab({ url: url.split('?')[0] as string });
    return;
  }
  // WeChat keeps ten pages at most; the eleventh takes the place of the one on top.
  await Taro.navigateTo({ url }).catch(() => Taro.redirectTo({ url }));
}

/** Opens a page in place of this one, so that going back does not return here. */
export async function replacePage(page: string, params?: PageParams): Promise<void> {
  const url = pageUrl(page, params);
  await (isTab(url) ? Taro.switchTab({ url: url.split('?')[0] as string }) : Taro.redirectTo({ url }));
}

/** Goes back, or home when this page was opened from outside. */
export async function goBack(): Promise<void> {
  if (Taro.getCurrentPages().length > 1) await Taro.navigateBack();
  else await Taro.switchTab({ url: `/${HOME}` });
}

/** Parameters of the page on show, decoded. */
export function usePageParams(): PageParams {
  const { params } = useRouter();
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, value === undefined ? undefined : decode(value)]),
  );
}

// WeChat hands parameters over as they were written, the browser decoded: decoding twice must not throw.
const decode = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

/** Names the page for the history of the browser and for screen readers. */
export function titlePage(title: string): void {
  if (process.env.TARO_ENV === 'h5') document.title = `${title} · 粤证`;
}
