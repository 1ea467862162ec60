import { FailureState, LoadingRows } from '../../states/states';
import type { PurposeChoice } from './use-purpose';

/** What the verification is for; it decides what the counter gets to see. */
export function PurposeCard({ choice }: { choice: PurposeChoice }) {
  return (
    <section className="card" aria-labelledby="purpose-title">
      <h2 className="card-title" id="purpose-title">
        用途
      </h2>
      <PurposeBody choice={choice} />
    </section>
  );
}

function PurposeBody({ choice }: { choice: PurposeChoice }) {
  if (choice.loading) return <LoadingRows rows={2} label="正在载入用途" />;
  if (choice.error !== null) return <FailureState thrown={choice.error} onRetry={choice.reload} />;
  return (
    <>
      <p className="card-note">
        本窗口可见：{choice.chosen === undefined ? '请先选择用途' : choice.chosen.sees.join('、')}
      </p>
      <div className="purposes" role="group" aria-labelledby="purpose-title">
        {choice.purposes.map((purpose) => (
          <button
            key={purpose.id}
            type="button"
            className="purpose"
            aria-pressed={purpose.id === choice.chosen?.id}
            onClick={() => choice.choose(purpose.id)}
          >
            {purpose.title}
          </button>
        ))}
      </div>
    </>
  );
}
