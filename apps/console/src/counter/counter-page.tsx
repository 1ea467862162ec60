import { useEffect, useState } from 'react';
import { useOnline } from '../api/connection';
import { isOfflineIdentity } from '../api/session-store';
import { useSession } from '../session/use-session';
import { update } from '../worker/update';
import { ConnectionChip } from './connection-chip';
import { DoubleUses } from './double-uses';
import { logStore } from './offline/log-store';
import { useStanding } from './offline/use-standing';
import { useTrust } from './offline/use-trust';
import { useCounterLog } from './offline/use-unsynced';
import { PurposeCard } from './purpose/purpose-card';
import { PurposeChooser } from './purpose/purpose-chooser';
import { usePurpose } from './purpose/use-purpose';
import { RecentCard } from './recent/recent-card';
import { useRecent } from './recent/use-recent';
import { ScanCard } from './scan/scan-card';
import { useHandScanner } from './scan/use-hand-scanner';
import { useVerdictSound } from './sound/use-verdict-sound';
import { useVerification, type Phase } from './use-verification';
import { VerdictPanel } from './verdict/verdict-panel';
import './counter.css';

/** The counter: scan on the right, the verdict large on the left. */
export function CounterPage() {
  const session = useSession();
  const staff = session?.staff;
  const online = useOnline();
  const control = useTrust();
  const standing = useStanding(control.trust);
  const kept = usePurpose();
  const recent = useRecent();
  const log = useCounterLog();
  const { phase, verify, clear } = useVerification({
    staffId: staff?.id ?? '',
    purpose: kept.chosen?.id,
    trust: control.trust,
  });
  const [handScans, setHandScans] = useState(0);
  useHandScanner((code) => {
    setHandScans((before) => before + 1);
    verify(code);
  });
  useVerdictSound(phase);
  useNoUpdateDuring(phase);
  // What was shown under one purpose is not to be read under another.
  const choice = {
    ...kept,
    choose: (id: string) => {
      kept.choose(id);
      clear();
    },
  };
  const next = online && !isOfflineIdentity(session) ? 'online' : 'offline';
  const choosing = choice.chosen === undefined;
  const refused = phase.kind === 'shown' && phase.verdict.kind === 'refused';
  return (
    <div className="counter">
      <header className="counter-head">
        <h1>{staff?.counter?.name ?? staff?.office}</h1>
        <ConnectionChip
          next={next}
          standing={standing}
          log={log}
          refreshing={control.refreshing}
          onRefresh={control.refresh}
        />
      </header>
      <div className="counter-notices">
        {control.problem === undefined || !online ? null : <p role="alert">{control.problem}</p>}
        <DoubleUses doubles={log.doubles} onAcknowledge={(double) => void logStore.acknowledge(double)} />
      </div>
      <div className="counter-body">
        {choosing ? (
          <PurposeChooser choice={choice} scannedTooEarly={phase.kind === 'failed'} />
        ) : (
          <VerdictPanel phase={phase} onClear={clear} />
        )}
        <aside className="counter-side" aria-label="扫码与记录">
          <ScanCard onCode={verify} onNext={clear} refused={refused} ready={!choosing} handScans={handScans} />
          <PurposeCard choice={choice} offline={next === 'offline'} />
          <RecentCard recent={recent} />
        </aside>
      </div>
    </div>
  );
}

/** A new version must not take the page away while a person is verified or stands on the screen. */
function useNoUpdateDuring({ kind }: Phase): void {
  const busy = kind === 'checking' || kind === 'shown';
  useEffect(() => {
    update.hold(busy);
    return () => update.hold(false);
  }, [busy]);
}
