import { useState, type KeyboardEvent } from 'react';
import type { ReviewCase } from '@yuezheng/shared-types';
import { DocumentWindow } from './document-window';
import { NoMaterials } from './no-materials';
import { pagesOf } from './pages';
import { ReviewImage } from './review-image';
import { useView } from './use-view';
import './materials.css';

/** The documents that were sent in, one large beside the facts, the others as small pictures below. */
export function MaterialsCard({ reviewCase }: { reviewCase: ReviewCase }) {
  const pages = pagesOf(reviewCase.materials);
  const [chosen, setChosen] = useState(0);
  const [whole, setWhole] = useState(false);
  const at = Math.min(chosen, pages.length - 1);
  const page = pages[at];
  const view = useView(page);
  if (page === undefined) return <NoMaterials reviewCase={reviewCase} />;
  const turnTo = (index: number) => {
    if (index >= 0 && index < pages.length) setChosen(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = {
      ArrowLeft: () => turnTo(at - 1),
      ArrowRight: () => turnTo(at + 1),
      '+': view.zoomIn,
      '=': view.zoomIn,
      '-': view.zoomOut,
      '0': view.fit,
      '[': view.turnLeft,
      ']': view.turnRight,
      Escape: () => setWhole(false),
    }[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  };
  return (
    <section
      className={`card materials${whole ? ' materials-whole' : ''}`}
      aria-label="申请材料"
      onKeyDown={onKeyDown}
    >
      <div className="card-head">
        <h3 className="card-title materials-title">{page.title}</h3>
        <div className="materials-tools">
          <span className="card-note" aria-live="polite">
            {at + 1} / {pages.length}
          </span>
          <button type="button" className="link" onClick={view.turnRight} title="快捷键 ]">
            旋转
          </button>
          <button type="button" className="link" onClick={view.zoomIn} title="快捷键 +">
            放大
          </button>
          <button
            type="button"
            className="link"
            onClick={view.zoomOut}
            disabled={view.view.zoom === 1}
            title="快捷键 −"
          >
            缩小
          </button>
          <button type="button" className="link" onClick={() => setWhole(!whole)}>
            {whole ? '还原' : '铺满'}
          </button>
        </div>
      </div>
      <DocumentWindow key={page.fileId} caseId={reviewCase.id} page={page} control={view} />
      {pages.length < 2 ? null : (
        <ul className="materials-thumbs" aria-label="全部材料">
          {pages.map((each, index) => (
            <li key={each.fileId}>
              <button
                type="button"
                className="materials-thumb"
                aria-current={index === at ? 'true' : undefined}
                title={each.title}
                onClick={() => turnTo(index)}
              >
                <ReviewImage
                  className="materials-thumb-image"
                  caseId={reviewCase.id}
                  fileId={each.fileId}
                  size="thumb"
                  alt={each.title}
                />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
