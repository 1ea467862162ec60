import { useSyncExternalStore } from 'react';
import { update } from './update';
import './update-notice.css';

/** Says that a newer version waits. It comes in when the official says so, and never while a person is being verified. */
export function UpdateNotice({ counter }: { counter: boolean }) {
  const state = useSyncExternalStore(update.subscribe, update.current);
  const held = useSyncExternalStore(update.subscribeHold, update.isHeld);
  if (state === 'none') return null;
  return (
    <p className="update-notice" role="status">
      {counter ? '有新版本，下一位之前更新' : '有新版本，做完手上的事后更新'}
      <button type="button" className="link" disabled={held} onClick={update.apply}>
        {held ? (counter ? '清除本次结果后可更新' : '处理完这一件后可更新') : '现在更新'}
      </button>
    </p>
  );
}
