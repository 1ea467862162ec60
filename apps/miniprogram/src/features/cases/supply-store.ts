import type { FieldValue, MaterialValues } from '@yuezheng/shared-types';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { forget, readStored, store as keep } from '../../platform';
import { NOTHING_SUPPLIED, type Supply } from './supplement-form';

export interface SupplyKeeper {
  readonly store: StoreApi<Supply>;
  setValue(fieldId: string, value: FieldValue | undefined): void;
  /** Changes the pictures of a material; until it is touched they are those that were `sent` before. */
  setFiles(materialId: string, change: (files: readonly string[]) => string[], sent: MaterialValues): void;
  clear(): void;
}

const keepers = new Map<string, SupplyKeeper>();

/** Forgotten by the session when another person comes. */
const KEY = 'unsent-supplies';

const isSupply = (stored: unknown): stored is Supply => {
  const { values, materials } = (stored ?? {}) as Partial<Supply>;
  return typeof values === 'object' && typeof materials === 'object';
};

const readAll = (): Readonly<Record<string, Supply>> =>
  readStored(KEY, (stored) =>
    typeof stored === 'object' && stored !== null ? Object.fromEntries(Object.entries(stored).filter((entry): entry is [string, Supply] => isSupply(entry[1]))) : undefined,
  ) ?? {};

/** What was chosen for a supplement so far: it stays on this phone until it is sent, whatever happens in between. */
export function supplyOf(caseId: string): SupplyKeeper {
  const known = keepers.get(caseId);
  if (known) return known;
  const store = createStore<Supply>(() => readAll()[caseId] ?? NOTHING_SUPPLIED);
  const change = (supply: Supply): void => {
    store.setState(supply, true);
    keep(KEY, { ...readAll(), [caseId]: supply });
  };
  const keeper: SupplyKeeper = {
    store,
    setValue(fieldId, value) {
      const { [fieldId]: _, ...others } = store.getState().values;
      change({ ...store.getState(), values: value === undefined ? others : { ...others, [fieldId]: value } });
    },
    setFiles(materialId, files, sent) {
      const { values, materials } = store.getState();
      change({ values, materials: { ...materials, [materialId]: files(materials[materialId] ?? sent[materialId] ?? []) } });
    },
    clear() {
      keepers.delete(caseId);
      const { [caseId]: _, ...others } = readAll();
      if (Object.keys(others).length === 0) forget(KEY);
      else keep(KEY, others);
    },
  };
  keepers.set(caseId, keeper);
  return keeper;
}
