import { useEffect, useState } from 'react';
import { getVerifiedPortrait } from '@yuezheng/shared-types';
import { fetchImage } from '../../api/client';

/** The photo of the person who was just verified, on its way, here, or not to be had. */
export type Portrait =
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown'; readonly address: string }
  /** There is none on record. */
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly retry?: () => void };

/** Fetches the photo after the verdict is on the screen, and lets go of it with the verdict. */
export function usePortrait(verificationId: string): Portrait {
  const [portrait, setPortrait] = useState<Portrait>({ kind: 'loading' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    let address: string | undefined;
    setPortrait({ kind: 'loading' });
    fetchImage(getVerifiedPortrait, { params: { verificationId } }, { signal: leaving.signal }).then(
      (answer) => {
        if (leaving.signal.aborted) return;
        if (answer.ok) {
          address = URL.createObjectURL(answer.value);
          setPortrait({ kind: 'shown', address });
        } else if (answer.failure.code === 'not-found') {
          setPortrait({ kind: 'none' });
        } else {
          const retry = answer.failure.uncertain ? () => setTries((before) => before + 1) : undefined;
          setPortrait({ kind: 'failed', ...(retry && { retry }) });
        }
      },
      // Nobody waits for it any more.
      () => undefined,
    );
    return () => {
      leaving.abort();
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [verificationId, tries]);
  return portrait;
}
