import { useOnline } from '../api/connection';
import { useSession } from '../session/use-session';
import { ConnectionChip } from './connection-chip';
import { DoubleUses } from './double-uses';
import { logStore } from './offline/log-store';
import { useTrust } from './offline/use-trust';
import { useCounterLog } from './offline/use-unsynced';
import { PurposeCard } from './purpose/purpose-card';
import { PurposeChooser } from './purpose/purpose-chooser';
import { usePurpose } from './purpose/use-purpose';
import { RecentCard } from './recent/recent-card';
import { useRecent } from './recent/use-recent';
import { ScanCard } from './scan/scan-card';
import { useHandScanner } from './scan/use-hand-scanner';
import { useVerification } from './use-verification';
import { VerdictPanel } from './verdict/verdict-panel';
import './counter.css';

/** The counter: scan on the right, the verdict large on the left. */
export function CounterPage() {
  const staff = useSession()?.staff;
  const online = useOnline();
  const control = useTrust();
  const kept = usePurpose();
  const recent = useRecent();
  const { doubles, unsynced } = useCounterLog();
  const { phase, verify, clear } = useVerification({
    staffId: staff?.id ?? '',
    purpose: kept.chosen?.id,
    trust: control.trust,
  });
  useHandScanner(verify);
  // What was shown under one purpose is not to be read under another.
  const choice = {
    ...kept,
    choose: (id: string) => {
      kept.choose(id);
      clear();
    },
  };
  const choosing = choice.chosen === undefined;
  const refused = phase.kind === 'shown' && phase.verdict.kind === 'refused';
  return (
    <div className="counter">
      <header className="counter-head">
        <h1>{staff?.counter?.name ?? staff?.office}</h1>
        <ConnectionChip online={online} control={control} unsynced={unsynced.length} />
      </header>
      <div className="counter-notices">
        {control.problem === undefined || !online ? null : <p role="alert">{control.problem}</p>}
        <DoubleUses doubles={doubles} onAcknowledge={(double) => void logStore.acknowledge(double)} />
      </div>
      <div className="counter-body">
        {choosing ? (
          <PurposeChooser choice={choice} scannedTooEarly={phase.kind === 'failed'} />
        ) : (
          <VerdictPanel phase={phase} onClear={clear} />
        )}
        <aside className="counter-side" aria-label="扫码与记录">
          <ScanCard onCode={verify} onNext={clear} refused={refused} ready={!choosing} />
          <PurposeCard choice={choice} />
          <RecentCard recent={recent} />
        </aside>
      </div>
    </div>
  );
}
