import Taro from '@tarojs/taro';

export interface CaptureWatcher {
  onScreenshot(): void;
  onRecordingStart(): void;
}

interface RecordingChange {
  state: 'start' | 'stop';
}

/**
 * Tells of screenshots and recordings of the page, as far as the phone tells. The browser never does.
 *
 * @returns ends the watch
 */
export function watchCapture(watcher: CaptureWatcher): () => void {
  if (process.env.TARO_ENV === 'h5') return () => undefined;
  const onScreenshot = () => watcher.onScreenshot();
  const onRecording = (change: RecordingChange) => {
    if (change.state === 'start') watcher.onRecordingStart();
  };
  Taro.onUserCaptureScreen(onScreenshot);
  // Base libraries before 2.24 know no recordings.
  Taro.onScreenRecordingStateChanged?.(onRecording as unknown as Parameters<typeof Taro.onScreenRecordingStateChanged>[0]);
  return () => {
    Taro.offUserCaptureScreen(onScreenshot);
    Taro.offScreenRecordingStateChanged?.(onRecording as unknown as Parameters<typeof Taro.offScreenRecordingStateChanged>[0]);
  };
}

/** Leaves the page out of recordings (iOS), and of screenshots too (Android). */
export function hideFromCapture(hidden: boolean): void {
  if (process.env.TARO_ENV === 'h5') return;
  void Taro.setVisualEffectOnCapture?.({ visualEffect: hidden ? 'hidden' : 'none', fail: () => undefined });
}
