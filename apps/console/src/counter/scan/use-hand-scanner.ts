import { useEffect, useRef } from 'react';
import { keyCharacter } from './key-character';
import { ScanBuffer, type KeyMeaning } from './scan-buffer';
import { scannedCode } from './scanned-code';

const LOOK_EVERY_MS = 300;

/**
 * Listens to the whole page for a hand scanner. Its keys are kept from buttons and fields,
 * so that a scan neither presses what has the focus nor fills a form.
 */
export function useHandScanner(onCode: (code: string) => void): void {
  const latest = useRef(onCode);
  latest.current = onCode;
  useEffect(() => {
    const buffer = new ScanBuffer();
    const take = (meaning: KeyMeaning): boolean => {
      if (meaning.kind === 'scanned') latest.current(scannedCode(meaning.text));
      return meaning.kind !== 'human';
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const character = keyCharacter(event);
      const ends =
        event.key === 'Enter' || event.key === 'Tab' || event.code === 'Enter' || event.code === 'Tab';
      if (character === undefined && !ends) return;
      const ours = take(
        ends ? buffer.terminator(event.timeStamp) : buffer.character(character ?? '', event.timeStamp),
      );
      if (!ours) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const timer = setInterval(() => take(buffer.flush(performance.now())), LOOK_EVERY_MS);
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      clearInterval(timer);
      window.removeEventListener('keydown', onKeyDown, { capture: true });
    };
  }, []);
}
