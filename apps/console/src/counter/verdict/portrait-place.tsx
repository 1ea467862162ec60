import type { ShownVerdict } from './shown-verdict';
import { usePortrait } from './use-portrait';

type Accepted = Extract<ShownVerdict, { kind: 'accepted' }>;

/** Where the photo stands. It never moves what is around it, and never keeps the verdict waiting. */
export function PortraitPlace({ verdict: { assurance, holder, verificationId } }: { verdict: Accepted }) {
  if (assurance === 'offline') return <NoPhoto text="离线时不显示照片" />;
  if (!holder.showsPortrait || verificationId === undefined) return <NoPhoto text="此用途不显示照片" />;
  return <Photo verificationId={verificationId} />;
}

const NoPhoto = ({ text }: { text: string }) => (
  <span className="accepted-portrait accepted-no-portrait">{text}</span>
);

function Photo({ verificationId }: { verificationId: string }) {
  const portrait = usePortrait(verificationId);
  switch (portrait.kind) {
    case 'loading':
      return (
        <span className="accepted-portrait accepted-no-portrait accepted-portrait-loading" aria-busy="true">
          照片载入中
        </span>
      );
    case 'shown':
      return <img className="accepted-portrait" src={portrait.address} alt="持证人照片" />;
    case 'none':
      return <NoPhoto text="没有留存照片，请核对身份证件" />;
    case 'failed':
      return (
        <span className="accepted-portrait accepted-no-portrait" role="alert">
          照片没有载入，请核对身份证件
          {portrait.retry === undefined ? null : (
            <button type="button" className="accepted-retry" onClick={portrait.retry}>
              重新载入
            </button>
          )}
        </span>
      );
  }
}
