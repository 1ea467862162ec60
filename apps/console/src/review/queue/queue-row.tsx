import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import type { QueueItem } from '@yuezheng/shared-types';

/** One waiting case: whose, what, how long there is, and who works on it. */
export function QueueRow({ item, open, href }: { item: QueueItem; open: boolean; href: string }) {
  const row = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <Link ref={row} to={href} className="queue-row" aria-current={open ? 'true' : undefined}>
      <span className="queue-row-line">
        <span className="queue-row-name">{item.applicant}</span>
        {item.supplied ? <span className="chip chip-info">补件已回</span> : null}
        <span className={`chip chip-${item.chip.tone}`}>{item.chip.text}</span>
      </span>
      <span className="queue-row-note">
        {[item.serviceTitle, item.note].filter((part) => part !== '').join('・')}
      </span>
      {item.claimedByName === undefined || item.mine ? null : (
        <span className="queue-row-claim">{item.claimedByName} 已认领</span>
      )}
    </Link>
  );
}
