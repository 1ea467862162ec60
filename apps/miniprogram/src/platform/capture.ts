import Taro from '@tarojs/taro';

export interface CaptureWatcher {
  onScreenshot(): void;
  /** The screen is being recorded from now on, or no longer. */
  onRecording(running: boolean): void;
}

interface RecordingChange {
  state: 'start' | 'stop';
}

/**
 * Tells of screenshots and recordings of the page, as far as the phone tells. A browser tells at most of the key.
 *
 * @returns ends the watch
 */
export function watchCapture(watcher: CaptureWatcher): () => void {
  if (process.env.TARO_ENV === 'h5') return watchKey(watcher);
  const onScreenshot = () => watcher.onScreenshot();
  const onRecording = ({ state }: RecordingChange) => watcher.onRecording(state === 'start');
  Taro.onUserCaptureScreen(onScreenshot);
  // Base libraries before 2.24, and Android, know no recordings.
  Taro.onScreenRecordingStateChanged?.(onRecording as unknown as Parameters<typeof Taro.onScreenRecordingStateChanged>[0]);
  return () => {
    Taro.offUserCaptureScreen(onScreenshot);
    Taro.offScreenRecordingStateChanged?.(onRecording as unknown as Parameters<typeof Taro.offScreenRecordingStateChanged>[0]);
  };
}

/** Windows tells of the key only when it comes up. */
function watchKey(watcher: CaptureWatcher): () => void {
  const onKey = ({ key }: KeyboardEvent) => {
    if (key === 'PrintScreen') watcher.onScreenshot();
  };
  window.addEventListener('keyup', onKey);
  return () => window.removeEventListener('keyup', onKey);
}

/** Whether the screen is being recorded now; `undefined` where the phone does not tell. */
export function isRecorded(): Promise<boolean | undefined> {
  return new Promise((resolve) => {
    if (process.env.TARO_ENV === 'h5' || !Taro.getScreenRecordingState) return resolve(undefined);
    void Taro.getScreenRecordingState({ success: ({ state }) => resolve(state === 'on'), fail: () => resolve(undefined) });
  });
}

/** Leaves the page out of recordings (iOS), and of screenshots too (Android). */
export function hideFromCapture(hidden: boolean): void {
  if (process.env.TARO_ENV === 'h5') return;
  void Taro.setVisualEffectOnCapture?.({ visualEffect: hidden ? 'hidden' : 'none', fail: () => undefined });
}
