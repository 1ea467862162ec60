import Taro from '@tarojs/taro';

/** WeChat asks for three templates at most in one go. */
const MOST_AT_ONCE = 3;

/** Whether there are subscribe messages here. */
export const canSubscribe = process.env.TARO_ENV === 'weapp';

/**
 * Asks for leave to send subscribe messages. Must follow a tap.
 *
 * @returns the templates that were allowed; none in the browser, where messages come by SMS and in the app
 */
export async function askToSubscribe(templateIds: readonly string[]): Promise<string[]> {
  const asked = templateIds.slice(0, MOST_AT_ONCE);
  if (process.env.TARO_ENV === 'h5' || asked.length === 0) return [];
  try {
    const answer = (await Taro.requestSubscribeMessage({ tmplIds: [...asked], entityIds: [] })) as unknown as Record<string, unknown>;
    return asked.filter((id) => answer[id] === 'accept');
  } catch {
    return [];
  }
}
