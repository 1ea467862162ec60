import { useEffect, useRef, useState, type PointerEvent } from 'react';
import type { Page } from './pages';
import { ReviewImage } from './review-image';
import type { ViewControl } from './use-view';

const WHEEL_STEP = 1.0015;

/** The window onto one document: wheel enlarges under the pointer, dragging shifts, double click is whole again. */
export function DocumentWindow({
  caseId,
  page,
  control,
}: {
  caseId: string;
  page: Page;
  control: ViewControl;
}) {
  const element = useRef<HTMLDivElement>(null);
  const [dragging, setDragging] = useState(false);
  const { view, fitted, frame, zoomTo, panBy } = control;
  const wheel = useRef(zoomTo);
  wheel.current = zoomTo;

  useEffect(() => {
    const box = element.current;
    if (box === null) return undefined;
    frame(box);
    // React's own wheel listener is passive and could not keep the page from scrolling.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top, width, height } = box.getBoundingClientRect();
      wheel.current(WHEEL_STEP ** -event.deltaY, {
        x: event.clientX - left - width / 2,
        y: event.clientY - top - height / 2,
      });
    };
    box.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      box.removeEventListener('wheel', onWheel);
      frame(null);
    };
  }, [frame]);

  const grab = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragging(true);
  };
  return (
    <div
      ref={element}
      className={`document${dragging ? ' document-held' : ''}`}
      tabIndex={0}
      role="group"
      aria-label={`${page.title}，可用加减键缩放、方括号键旋转、左右键翻页`}
      onPointerDown={grab}
      onPointerMove={(event) => dragging && panBy(event.movementX, event.movementY)}
      onPointerUp={() => setDragging(false)}
      onPointerCancel={() => setDragging(false)}
      onDoubleClick={control.fit}
    >
      <div
        className="document-sheet"
        style={{
          width: fitted.width,
          height: fitted.height,
          transform: `translate(-50%, -50%) translate(${view.x}px, ${view.y}px) scale(${view.zoom}) rotate(${view.turns * 90}deg)`,
        }}
      >
        <ReviewImage
          className="document-image"
          caseId={caseId}
          fileId={page.fileId}
          size="full"
          alt={page.title}
        />
      </div>
    </div>
  );
}
