import { visibleSections, type ConditionContext } from '@yuezheng/case-engine';
import { getDraftPhoto, shanghaiDay, type City, type DraftStep, type FieldIssue } from '@yuezheng/shared-types';
import { useMemo, useState } from 'react';
import type { FieldContext } from '../../fields';
import { goBack, openPage, pageBelow, replacePage, returnTo, scrollToElement, wallNow } from '../../platform';
import { pages } from '../../pages';
import { useCity } from '../catalogue/use-city';
import type { DraftKeeper, DraftState } from './draft-keeper';
import { useRemoteImage } from '../use-remote-image';
import { conditionsOf, contextOf, issuesOf, stepsOf } from './draft-rules';
import { useDraftState } from './use-draft';

/** One page of the form, with everything that it draws and does. */
export interface DraftStepView {
  readonly keeper: DraftKeeper;
  readonly state: DraftState;
  readonly steps: readonly DraftStep[];
  readonly city: City | undefined;
  readonly conditions: ConditionContext;
  readonly fieldContext: FieldContext;
  /** The complaints that are shown now. */
  readonly issues: readonly FieldIssue[];
  /** The person is done with this field or material, so its complaint may be shown. */
  leave(path: string): void;
  next(): Promise<void>;
  back(): Promise<void>;
  /** Goes back to a page to change something there. */
  edit(step: DraftStep): Promise<void>;
}

const SLOT = { situation: 'situation', values: 'field', materials: 'field' } as const;

/** Id of the element that shows the complaint. */
const elementOf = (path: string): string => {
  const [kind, id] = path.split('.') as [keyof typeof SLOT, string | undefined];
  return id === undefined ? SLOT[kind] : `${SLOT[kind]}-${id}`;
};

/** Page of a step in app.config.ts. */
export const pageOfStep = (step: DraftStep): string => pages[step];

/** Logic of one page of the form: its complaints, the way on and the way back. */
export function useDraftStep(keeper: DraftKeeper, step: DraftStep): DraftStepView {
  const state = useDraftState(keeper);
  const { draft, form } = state;
  const city = useCity(draft.city);
  const [left, setLeft] = useState<readonly string[]>([]);

  const conditions = conditionsOf(draft, form);
  const showsPhoto = (step === 'form' || step === 'confirm') && visibleSections(draft.definition, conditions).some(({ fields }) => fields.some(({ type }) => type === 'photo'));
  const portrait = useRemoteImage(getDraftPhoto, { params: { draftId: draft.id } }, draft.photoOnRecord && showsPhoto);
  const today = shanghaiDay(wallNow());
  const steps = useMemo(() => stepsOf(draft, form), [draft, form]);
  const found = useMemo(() => issuesOf(draft, form, step, contextOf(draft, form, today, city)), [draft, form, step, today, city]);
  const own = found.filter(({ path }) => left.includes(path));
  const issues = [...own, ...state.serverIssues.filter(({ path }) => !own.some((issue) => issue.path === path))];
  const at = steps.indexOf(step);

  return {
    keeper,
    state,
    steps,
    city,
    issues,
    conditions,
    fieldContext: { known: draft.known, cityName: city?.name ?? '', districts: city?.districts ?? [], today, photoOnRecord: draft.photoOnRecord, portrait },
    leave: (path) => setLeft((paths) => (paths.includes(path) ? paths : [...paths, path])),
    async next() {
      setLeft((paths) => [...new Set([...paths, ...found.map(({ path }) => path)])]);
      const first = found[0];
      if (first) {
        scrollToElement(`#${elementOf(first.path)}`);
        return;
      }
      const following = steps[at + 1];
      if (following === undefined) return;
      keeper.goTo(following);
      void keeper.flush();
      await openPage(pageOfStep(following), { draftId: draft.id });
    },
    async back() {
      const previous = steps[at - 1];
      const below = pageBelow();
      if (previous === undefined) {
        void keeper.flush();
        return goBack();
      }
      keeper.goTo(previous);
      void keeper.flush();
      if (below === pageOfStep(previous)) return goBack();
      await replacePage(pageOfStep(previous), { draftId: draft.id });
    },
    async edit(to) {
      keeper.goTo(to);
      await returnTo(pageOfStep(to), { draftId: draft.id });
    },
  };
}
