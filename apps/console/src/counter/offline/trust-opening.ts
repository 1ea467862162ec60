import {
  decodeKeySet,
  nobleContext,
  openStatusList,
  type HolderClock,
  type IssuerKeys,
  type StatusList,
} from '@yuezheng/live-pass';
import { fromBase64Url } from './base64url';
import { boundedInflate } from './bounded-inflate';
import type { StoredTrust } from './counter-db';

/** Keys, statuses and time, opened and checked: all that verifying without a network needs. */
export interface Trust {
  readonly issuerKeys: IssuerKeys;
  readonly statusList: StatusList;
  readonly clock: HolderClock;
}

/** Opens what was published or kept; undefined when it is damaged or the list is not signed by one of the keys. */
export function openTrust({ keySet, statusList, clock }: StoredTrust): Trust | undefined {
  const keyBytes = fromBase64Url(keySet);
  const issuerKeys = keyBytes === undefined ? undefined : decodeKeySet(keyBytes);
  if (issuerKeys?.ok !== true) return undefined;
  const list = openStatusList(statusList, {
    issuerKeys: issuerKeys.value,
    ctx: nobleContext,
    inflate: boundedInflate,
  });
  return list.ok ? { issuerKeys: issuerKeys.value, statusList: list.value, clock } : undefined;
}
