import { useEffect, useRef } from 'react';

/** Two keys closer than this come from a machine or a slip, not from a decision. */
const QUIET_MS = 140;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role="dialog"]') !== null;

/**
 * Calls the handler of a key that was pressed alone: no modifier, not while typing or in a dialog, and with quiet before and after.
 * A hand scanner types letters too, and must never decide a case.
 *
 * @param handlers by `KeyboardEvent.key`, letters in upper case
 */
export function useSingleKeys(handlers: Readonly<Record<string, () => void>>, enabled: boolean): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    if (!enabled) return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let lastAt = -Infinity;
    const onKeyDown = (event: KeyboardEvent) => {
      const hurried = event.timeStamp - lastAt < QUIET_MS && !event.key.startsWith('Arrow');
      lastAt = event.timeStamp;
      clearTimeout(waiting);
      const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      if (
        hurried ||
        modified ||
        event.isComposing ||
        event.defaultPrevented ||
        isTyping(event.target) ||
        isInDialog(event.target)
      )
        return;
      if (latest.current[key] === undefined) return;
      if (key.startsWith('Arrow')) {
        event.preventDefault();
        latest.current[key]?.();
      } else if (!event.repeat) {
        waiting = setTimeout(() => latest.current[key]?.(), QUIET_MS);
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(waiting);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [enabled]);
}
