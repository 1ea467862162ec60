import { Skeleton } from 'antd';

const FACTS = ['comparisons', 'evidence'] as const;

/** A case in outline while it is on its way: header, facts, documents and the bar, each where it will stand. */
export function CaseSkeleton() {
  return (
    <div className="case-skeleton" role="status" aria-label="正在载入办件">
      <div className="case-head">
        <Skeleton active title={{ width: 260 }} paragraph={{ rows: 1, width: 420 }} />
      </div>
      <div className="case-body">
        <div className="case-facts">
          {FACTS.map((card) => (
            <div key={card} className="card">
              <Skeleton active title={{ width: 160 }} paragraph={{ rows: 7, width: '100%' }} />
            </div>
          ))}
        </div>
        <div className="card materials">
          <Skeleton active title={{ width: 160 }} paragraph={false} />
          <div className="case-skeleton-sheet" />
        </div>
      </div>
      <div className="action-bar case-skeleton-bar" />
    </div>
  );
}
