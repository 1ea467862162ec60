import { CheckOutlined } from '@ant-design/icons';
import { Link } from 'react-router-dom';

/** A decision that the server has recorded. */
export interface ActDone {
  readonly caseId: string;
  readonly text: string;
}

/** What was decided a moment ago: an official act cannot be undone, so it is said plainly, with a way to look at it. */
export function LastAct({ done, href, onClose }: { done: ActDone; href: string; onClose: () => void }) {
  return (
    <p className="last-act" role="status">
      <CheckOutlined aria-hidden="true" />
      <span className="last-act-text">刚才：{done.text}</span>
      <Link to={href}>查看该件</Link>
      <button type="button" className="link" onClick={onClose}>
        收起
      </button>
    </p>
  );
}
