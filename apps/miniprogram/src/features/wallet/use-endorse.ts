import type { PermitFace } from '@yuezheng/shared-types';
import { useCities } from '../catalogue/use-city';
import { useMe } from '../session/use-me';
import { openPage } from '../../platform';
import { pages } from '../../pages';

/** The way to what has to be done about a permit, such as its endorsement; `undefined` when there is nothing. */
export function useEndorse(face: PermitFace): { readonly verb: string; open(): Promise<void> } | undefined {
  const city = useCities()?.find(({ name }) => name === face.cityName)?.code;
  const me = useMe().data;
  const { todo } = face;
  if (todo === undefined) return undefined;
  const wardId = face.ward ? me?.wards.find(({ name, idNumber }) => name === face.holderName && idNumber === face.idNumber)?.id : undefined;
  return { verb: todo.verb, open: () => openPage(pages.eligibility, { serviceId: todo.serviceId, city, confirm: '1', wardId }) };
}
