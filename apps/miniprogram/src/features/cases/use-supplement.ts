import { getCase, shanghaiDay, supplementCase, type CaseDetail, type FieldIssue, type MaterialValues } from '@yuezheng/shared-types';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { queryClient, queryKey, useWrite, type ApiProblem } from '../../api';
import type { FieldContext } from '../../fields';
import { replacePage, scrollToElement, showToast, wallNow } from '../../platform';
import { pages } from '../../pages';
import { useCity } from '../catalogue/use-city';
import { useDefinition } from '../catalogue/use-definition';
import { rememberCase } from './remember-case';
import { overSent, supplyIssues, wantedParts, wantedSupply, type Supply, type WantedPart } from './supplement-form';
import { supplyOf, type SupplyKeeper } from './supply-store';

export interface SupplementView {
  readonly parts: readonly WantedPart[];
  readonly supply: Supply;
  readonly keeper: SupplyKeeper;
  /** Pictures of each material that were sent before. */
  readonly sent: MaterialValues;
  readonly fieldContext: FieldContext;
  readonly issues: readonly FieldIssue[];
  readonly problem?: ApiProblem;
  send(): Promise<void>;
}

/** Supplies everything that was asked for, at once. */
export function useSupplement(detail: CaseDetail): SupplementView {
  const definition = useDefinition(detail.serviceId, detail.city).data;
  const city = useCity(detail.city);
  const keeper = supplyOf(detail.id);
  const sent = detail.todo?.sent ?? {};
  const supply = overSent(useStore(keeper.store), sent);
  const write = useWrite(supplementCase);
  const [tried, setTried] = useState(false);

  const today = shanghaiDay(wallNow());
  const parts = useMemo(() => wantedParts(detail.todo?.items ?? [], definition), [detail.todo, definition]);
  const context = { today, city: detail.city, cityName: detail.cityName, sent, ...(city && { districts: city.districts.map(({ code }) => code) }) };
  const found = supplyIssues(parts, supply, context);
  const refused = write.error?.problem;
  const issues = tried ? [...found, ...(refused?.fields ?? []).filter(({ path }) => !found.some((issue) => issue.path === path))] : [];

  async function send(): Promise<void> {
    setTried(true);
    const first = found[0];
    if (first) {
      scrollToElement(`#field-${first.path.split('.')[1]}`);
      return;
    }
    try {
      rememberCase(await write.mutateAsync({ params: { caseId: detail.id }, body: { version: detail.version, ...wantedSupply(parts, supply) } }));
    } catch {
      // What was refused stands in write.error; the case itself may have moved on.
      void queryClient.invalidateQueries({ queryKey: queryKey(getCase, { params: { caseId: detail.id } }) });
      return;
    }
    keeper.clear();
    showToast('已补交');
    await replacePage(pages.case, { caseId: detail.id });
  }

  return {
    parts,
    supply,
    keeper,
    sent,
    issues,
    problem: refused,
    send,
    fieldContext: { known: {}, cityName: detail.cityName, districts: city?.districts ?? [], today, photoOnRecord: false },
  };
}
