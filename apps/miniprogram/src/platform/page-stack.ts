import Taro from '@tarojs/taro';
import { openPage, pageUrl, type PageParams } from './navigation';

interface StackedPage {
  /** `packages/apply/form/index`; the browser writes a slash before it and the query behind. */
  readonly route?: string;
  readonly path?: string;
}

const stack = (): (string | undefined)[] =>
  (Taro.getCurrentPages() as readonly StackedPage[]).map(({ route, path }) => (route ?? path)?.replace(/^\//, '').split('?')[0]);

/** The page that going back would show, such as `packages/apply/form/index`; `undefined` when there is none. */
export const pageBelow = (): string | undefined => stack().slice(-2, -1)[0];

/** Goes back to a page that is still open below, or opens it. */
export async function returnTo(page: string, params?: PageParams): Promise<void> {
  const pages = stack();
  const at = pages.slice(0, -1).lastIndexOf(page);
  await (at === -1 ? openPage(page, params) : Taro.navigateBack({ delta: pages.length - 1 - at }));
}

/** Opens a page and closes all others: there is no way back to what is done. */
export async function startOverAt(page: string, params?: PageParams): Promise<void> {
  await Taro.reLaunch({ url: pageUrl(page, params) });
}
