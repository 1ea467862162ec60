import { useEffect, useRef, useState } from 'react';
import { CODE_PREFIX } from '@yuezheng/live-pass';
import { scannedCode } from './scanned-code';

interface Ways {
  readonly onImage: (image: Blob) => void;
  readonly onCode: (code: string) => void;
  /** While nothing can be verified, what is dropped or pasted does nothing. */
  readonly ready: boolean;
}

const imageIn = (files: DataTransfer | null): File | undefined =>
  Array.from(files?.files ?? []).find(({ type }) => type.startsWith('image/'));

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;

/**
 * An image dropped anywhere on the page, and an image or one of our codes pasted with Ctrl-V outside of fields.
 *
 * @returns whether a file is held over the page
 */
export function useImageWays(ways: Ways): boolean {
  const latest = useRef(ways);
  latest.current = ways;
  const [over, setOver] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const onDrag = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      // Without this the browser would open the file in place of the page.
      event.preventDefault();
      setOver(latest.current.ready);
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const image = imageIn(event.dataTransfer);
      if (image !== undefined && latest.current.ready) latest.current.onImage(image);
    };
    const onLeave = ({ relatedTarget }: DragEvent) => relatedTarget === null && setOver(false);
    const onPaste = (event: ClipboardEvent) => {
      if (!latest.current.ready) return;
      const image = imageIn(event.clipboardData);
      const code = scannedCode((event.clipboardData?.getData('text/plain') ?? '').trimStart());
      if (image !== undefined) latest.current.onImage(image);
      else if (!isField(event.target) && code.startsWith(CODE_PREFIX)) latest.current.onCode(code);
      else return;
      event.preventDefault();
    };
    window.addEventListener('dragover', onDrag, { signal });
    window.addEventListener('drop', onDrop, { signal });
    window.addEventListener('dragleave', onLeave, { signal });
    window.addEventListener('paste', onPaste, { signal });
    return () => listening.abort();
  }, []);
  return over;
}
