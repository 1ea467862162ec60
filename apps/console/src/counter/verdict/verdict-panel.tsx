import type { Phase } from '../use-verification';
import { AcceptedPanel, SCANNED_AGAIN } from './accepted-panel';
import { CHECK_THE_PAPER, WHERE_IT_DIFFERS } from './challenge-card';
import { RefusedPanel } from './refused-panel';
import { CheckingPanel, FailedPanel, WaitingPanel } from './quiet-panels';
import './verdict.css';
import './accepted.css';

/** The large panel: what came of the last scan, read aloud as soon as it is known. */
export function VerdictPanel({ phase, onClear }: { phase: Phase; onClear: () => void }) {
  return (
    <div className="verdict-place">
      <p className="visually-hidden" role="status" aria-live="assertive">
        {spoken(phase)}
      </p>
      <Panel phase={phase} onClear={onClear} />
    </div>
  );
}

function Panel({ phase, onClear }: { phase: Phase; onClear: () => void }) {
  switch (phase.kind) {
    case 'waiting':
      return <WaitingPanel cleared={phase.cleared} />;
    case 'checking':
      return <CheckingPanel />;
    case 'failed':
      return <FailedPanel sentence={phase.sentence} />;
    case 'shown':
      return phase.verdict.kind === 'accepted' ? (
        <AcceptedPanel verdict={phase.verdict} again={phase.again ?? false} onClear={onClear} />
      ) : (
        <RefusedPanel verdict={phase.verdict} onClear={onClear} />
      );
  }
}

function spoken(phase: Phase): string {
  if (phase.kind === 'failed') return `没有核验成功。${phase.sentence}`;
  if (phase.kind !== 'shown') return '';
  const { verdict } = phase;
  if (verdict.kind === 'refused') return `不能受理，${verdict.headline}。`;
  if (phase.again) return `${SCANNED_AGAIN}。`;
  return verdict.challenge === undefined
    ? `离线核验通过，保证级别较低，${CHECK_THE_PAPER}。`
    : `核验通过，请核对对方手机上的字：${verdict.challenge.characters}，${verdict.challenge.colourName}底。${WHERE_IT_DIFFERS}`;
}
