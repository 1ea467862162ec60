import { copyText } from './clipboard';

/** Opens an address outside the mini-program. WeChat opens none: there it is copied, and the answer is `copied`. */
export async function openAddress(address: string): Promise<'opened' | 'copied'> {
  if (process.env.TARO_ENV === 'h5') {
    window.open(address, '_blank', 'noopener');
    return 'opened';
  }
  await copyText(address);
  return 'copied';
}
