import { findLinkablePermits, linkPermit, type PermitCard, type PermitFace } from '@yuezheng/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ApiProblem, Client } from '../../api';

/** By which of the two documented ways one came (row A7). */
export type LinkWay = 'digital-space' | 'wallet';

export type LinkStage =
  | { readonly kind: 'kinds' }
  | { readonly kind: 'searching' }
  | { readonly kind: 'found'; readonly permits: readonly PermitCard[]; readonly problem?: ApiProblem }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly problem: ApiProblem }
  | { readonly kind: 'linked'; readonly permit: PermitFace };

export interface Linking extends StoreApi<LinkStage> {
  /** The kind of document was chosen: looks for what could be added. */
  search(): Promise<void>;
  link(permitId: string): Promise<void>;
  backToKinds(): void;
}

/** Adds a permit to the wallet: choose the kind, look, confirm, done. */
export function createLinking(api: Pick<Client, 'call'>, via: LinkWay): Linking {
  const store = createStore<LinkStage>(() => ({ kind: 'kinds' }));
  const go = (stage: LinkStage): void => store.setState(stage, true);

  return {
    ...store,
    async search() {
      go({ kind: 'searching' });
      const answer = await api.call(findLinkablePermits, {});
      if (!answer.ok) return go({ kind: 'failed', problem: answer.problem });
      const { permits } = answer.value;
      go(permits.length === 0 ? { kind: 'nothing' } : { kind: 'found', permits });
    },
    async link(permitId) {
      const answer = await api.call(linkPermit, { params: { permitId }, body: { via } });
      const stage = store.getState();
      if (answer.ok) go({ kind: 'linked', permit: answer.value });
      else if (stage.kind === 'found') go({ ...stage, problem: answer.problem });
    },
    backToKinds: () => go({ kind: 'kinds' }),
  };
}
