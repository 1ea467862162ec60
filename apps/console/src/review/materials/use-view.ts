import { useCallback, useLayoutEffect, useRef, useState, type RefCallback } from 'react';
import type { Page } from './pages';
import { bounded, fittedSize, FITTED, pan, rotate, zoomAt, type Size, type View } from './view-transform';

const STEP = 1.4;
const CENTRE = { x: 0, y: 0 };

export interface ViewControl {
  readonly view: View;
  readonly fitted: Size;
  /** For the element that is the window. */
  readonly frame: RefCallback<HTMLElement>;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly zoomTo: (factor: number, point: { readonly x: number; readonly y: number }) => void;
  readonly panBy: (dx: number, dy: number) => void;
  readonly turnLeft: () => void;
  readonly turnRight: () => void;
  readonly fit: () => void;
}

/** Turning, enlarging and shifting one page; another page starts whole and upright. */
export function useView(page: Page | undefined): ViewControl {
  const [view, setView] = useState<View>(FITTED);
  const [frameSize, setFrameSize] = useState<Size>({ width: 400, height: 500 });
  const observer = useRef<ResizeObserver>();
  const frame = useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    if (element === null) return;
    observer.current = new ResizeObserver(() =>
      setFrameSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.current.observe(element);
  }, []);
  useLayoutEffect(() => setView(FITTED), [page?.fileId]);

  const fitted = fittedSize(page ?? { width: 1, height: 1 }, frameSize, view.turns);
  const move = (change: (before: View) => View) =>
    setView((before) => bounded(change(before), fitted, frameSize));
  return {
    view,
    fitted,
    frame,
    zoomIn: () => move((before) => zoomAt(before, STEP, CENTRE)),
    zoomOut: () => move((before) => zoomAt(before, 1 / STEP, CENTRE)),
    zoomTo: (factor, point) => move((before) => zoomAt(before, factor, point)),
    panBy: (dx, dy) => move((before) => pan(before, dx, dy)),
    turnLeft: () => setView((before) => rotate(before, -1)),
    turnRight: () => setView((before) => rotate(before, 1)),
    fit: () => setView((before) => ({ ...FITTED, turns: before.turns })),
  };
}
