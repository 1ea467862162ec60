import { shanghaiDay, type Draft, type DraftStep, type FieldIssue, type FieldValue } from '@yuezheng/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer, ApiProblem } from '../../api';
import { isPassing } from '../../api/problem';
import { contextOf } from './draft-rules';
import { fitForm, formOf, mergeForms, sameContent, visibleForm, withFiles, withValue, type DraftForm } from './draft-form';
import type { LocalCopies } from './local-copy';

const DEBOUNCE_MS = 800;
const RETRY_MS = 15_000;
/** So many saves in one go at most: somebody else may be typing as fast. */
const MOST_ROUNDS = 5;

export type Saving = 'saved' | 'waiting' | 'saving' | 'offline' | 'refused';

/** Something happened to the draft that the person did not do. */
export type DraftNotice = 'elsewhere' | 'requirements';

/** The draft is no longer there to be filled in. */
export type DraftEnd = { readonly kind: 'submitted'; readonly caseId: string; readonly number: string } | { readonly kind: 'gone' };

export interface DraftState {
  /** As the server last answered. */
  readonly draft: Draft;
  /** As it is typed. */
  readonly form: DraftForm;
  readonly saving: Saving;
  /** Why it is not saved. */
  readonly problem?: ApiProblem;
  readonly notice?: DraftNotice;
  /** Complaints of the server about what was sent, until that is changed. */
  readonly serverIssues: readonly FieldIssue[];
  readonly end?: DraftEnd;
}

export interface KeeperParts {
  save(draftId: string, form: DraftForm & { readonly version: number }): Promise<Answer<Draft>>;
  /** Calls back after so many milliseconds. @returns calls it off */
  delay(ms: number, then: () => void): () => void;
  /** Milliseconds since the epoch. */
  now(): number;
  readonly copies: LocalCopies;
}

export interface DraftKeeper {
  readonly store: StoreApi<DraftState>;
  setValue(fieldId: string, value: FieldValue | undefined): void;
  setFiles(materialId: string, change: (files: readonly string[]) => string[]): void;
  choose(situation: string): void;
  goTo(step: DraftStep): void;
  /** Saves what is not saved yet. @returns whether everything has reached the server */
  flush(): Promise<boolean>;
  /** Takes over what the server has; what was typed here and not saved stays. */
  adopt(draft: Draft, notice?: DraftNotice): void;
  /** Puts back what was typed earlier and never saved. */
  restore(form: DraftForm, notice?: DraftNotice): void;
  complain(issues: readonly FieldIssue[]): void;
  end(end: DraftEnd): void;
}

/** Keeps one draft: on this phone at once, on the server a moment later. */
export function createDraftKeeper(initial: Draft, parts: KeeperParts): DraftKeeper {
  const store = createStore<DraftState>(() => ({ draft: initial, form: formOf(initial), saving: 'saved', serverIssues: [] }));
  let cancelTimer: () => void = () => undefined;
  let flight: Promise<boolean> | undefined;
  /** What was sent last, where the answer was lost: the server may have it all the same. */
  let unanswered: DraftForm | undefined;

  const { getState: state, setState: set } = store;
  const sent = (form: DraftForm, draft: Draft): DraftForm => visibleForm(form, draft.definition, contextOf(draft, form, shanghaiDay(parts.now())));
  const later = (ms: number): void => {
    cancelTimer();
    cancelTimer = parts.delay(ms, () => void flush());
  };

  function change(form: DraftForm, changed: (issue: FieldIssue) => boolean): void {
    const { draft, serverIssues } = state();
    set({ form, saving: flight ? 'saving' : 'waiting', serverIssues: serverIssues.filter((issue) => !changed(issue)) });
    parts.copies.keep({ draft, form });
    later(DEBOUNCE_MS);
  }

  function end(how: DraftEnd): void {
    cancelTimer();
    parts.copies.forget(state().draft.id);
    set({ end: how });
  }

  /** Puts `form` over what the server has, and saves the difference. */
  function settle(draft: Draft, form: DraftForm, notice?: DraftNotice): void {
    const unsaved = !sameContent(form, formOf(draft));
    set({ draft, form, saving: unsaved ? 'waiting' : 'saved', problem: undefined, ...(notice && { notice }) });
    if (!unsaved) return parts.copies.forget(draft.id);
    parts.copies.keep({ draft, form });
    later(DEBOUNCE_MS);
  }

  /** @param base what `draft` has grown out of; the changes made here since then stay */
  function adopt(draft: Draft, notice?: DraftNotice, base = formOf(state().draft)): void {
    const { form, saving } = state();
    const isClean = saving === 'saved';
    settle(draft, isClean ? formOf(draft) : fitForm(mergeForms(base, form, formOf(draft)), draft.definition), notice);
  }

  function refused(problem: ApiProblem, attempt: DraftForm, lost: DraftForm | undefined): void {
    const current = draftIn(problem.current);
    if (problem.code === 'version-conflict' && current !== undefined) {
      const isOurs = lost !== undefined && sameContent(sent(formOf(current), current), lost);
      return isOurs ? settle(current, state().form) : adopt(current, 'elsewhere');
    }
    if (problem.code === 'definition-changed' && current !== undefined) return adopt(current, 'requirements', attempt);
    if (problem.code === 'already-submitted') return end({ kind: 'submitted', ...caseIn(problem.current) });
    if (problem.code === 'not-found') return end({ kind: 'gone' });
    const isLost = isPassing(problem);
    unanswered = isLost ? attempt : undefined;
    set({ saving: isLost ? 'offline' : 'refused', problem, serverIssues: problem.fields });
    if (isLost) later(RETRY_MS);
  }

  /** @returns whether there is more to save at once */
  async function saveOnce(): Promise<boolean> {
    const { draft, form } = state();
    const attempt = sent(form, draft);
    const lost = unanswered;
    unanswered = undefined;
    set({ saving: 'saving' });
    const answer = await parts.save(draft.id, { ...attempt, version: draft.version });
    if (!answer.ok) {
      refused(answer.problem, attempt, lost);
      return state().saving === 'waiting';
    }
    const unchanged = state().form === form;
    set({ draft: answer.value, saving: unchanged ? 'saved' : 'waiting', problem: undefined });
    if (unchanged) parts.copies.forget(draft.id);
    return !unchanged;
  }

  async function saveAll(): Promise<boolean> {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      if (!(await saveOnce())) break;
    }
    return state().saving === 'saved';
  }

  function flush(): Promise<boolean> {
    cancelTimer();
    if (state().end || (!flight && state().saving === 'saved')) return Promise.resolve(!state().end);
    flight ??= saveAll().finally(() => {
      flight = undefined;
    });
    return flight;
  }

  return {
    store,
    flush,
    adopt: (draft, notice) => adopt(draft, notice),
    end,
    restore: (form, notice) => settle(state().draft, form, notice),
    setValue: (fieldId, value) => change(withValue(state().form, fieldId, value), ({ path }) => path === `values.${fieldId}`),
    setFiles: (materialId, files) =>
      change(withFiles(state().form, materialId, files(state().form.materials[materialId] ?? [])), ({ path }) => path === `materials.${materialId}`),
    choose: (situation) => change({ ...state().form, situation }, ({ path }) => path === 'situation'),
    goTo(step) {
      if (state().form.step !== step) change({ ...state().form, step }, () => false);
    },
    complain: (serverIssues) => set({ serverIssues }),
  };
}

/** The draft in a conflict's `current`. */
export const draftIn = (current: unknown): Draft | undefined =>
  typeof current === 'object' && current !== null && 'definition' in current && 'version' in current ? (current as Draft) : undefined;

/** The case in the `current` of `already-submitted`. */
export const caseIn = (current: unknown): { caseId: string; number: string } => {
  const { caseId, number } = (current ?? {}) as { caseId?: unknown; number?: unknown };
  return { caseId: typeof caseId === 'string' ? caseId : '', number: typeof number === 'string' ? number : '' };
};
