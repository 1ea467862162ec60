import Taro from '@tarojs/taro';

/** Whether the phone has a network now. */
export async function isOnline(): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') return navigator.onLine;
  try {
    return (await Taro.getNetworkType()).networkType !== 'none';
  } catch {
    return true;
  }
}

/**
 * Tells when the network comes or goes.
 *
 * @returns ends the watch
 */
export function watchNetwork(onChange: (online: boolean) => void): () => void {
  if (process.env.TARO_ENV === 'h5') {
    const tell = () => onChange(navigator.onLine);
    window.addEventListener('online', tell);
    window.addEventListener('offline', tell);
    return () => {
      window.removeEventListener('online', tell);
      window.removeEventListener('offline', tell);
    };
  }
  const tell = ({ isConnected }: { isConnected: boolean }) => onChange(isConnected);
  Taro.onNetworkStatusChange(tell);
  return () => Taro.offNetworkStatusChange(tell);
}
