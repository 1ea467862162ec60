import { FailureState, LoadingRows } from '../../states/states';
import type { PurposeChoice } from './use-purpose';
import './purpose.css';

/** The first thing of a shift: the official says what is verified for. Nothing is chosen beforehand. */
export function PurposeChooser({
  choice,
  scannedTooEarly,
}: {
  choice: PurposeChoice;
  scannedTooEarly: boolean;
}) {
  return (
    <section className="verdict chooser" aria-labelledby="chooser-title">
      <h2 id="chooser-title">先选择这次核验的用途</h2>
      <p>用途决定本窗口能看到哪些信息，并记入持证人的查验记录。选定后本班次内沿用，可随时更换。</p>
      {scannedTooEarly ? (
        <p className="chooser-early" role="alert">
          刚才的码没有核验。请先选择用途，再请对方出示新的码。
        </p>
      ) : null}
      <Choices choice={choice} />
    </section>
  );
}

function Choices({ choice }: { choice: PurposeChoice }) {
  if (choice.loading) return <LoadingRows rows={6} label="正在载入用途" />;
  if (choice.error !== null) return <FailureState thrown={choice.error} onRetry={choice.reload} />;
  return (
    <ul className="chooser-list">
      {choice.purposes.map((purpose) => (
        <li key={purpose.id}>
          <button type="button" className="chooser-purpose" onClick={() => choice.choose(purpose.id)}>
            <strong>{purpose.title}</strong>
            <span>可见：{purpose.sees.join('、')}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
