import type { Division, Field, FieldValue } from '@yuezheng/shared-types';

/** What fields need to know of the form that they stand in. */
export interface FieldContext {
  /** What the government knows, by field id. */
  readonly known: Readonly<Record<string, string>>;
  readonly cityName: string;
  /** Districts of the city that the form is for. */
  readonly districts: readonly Division[];
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether a portrait that meets the rules is on record: then none has to be uploaded. */
  readonly photoOnRecord: boolean;
  /** Address of that portrait, once it is loaded. */
  readonly portrait?: string | undefined;
}

/** What every field is given. `error` is the sentence under it; a field never checks itself. */
export interface FieldProps<T extends Field['type']> {
  readonly field: Extract<Field, { type: T }>;
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue | undefined) => void;
  /** The person is done with this field for now: its error may be shown. */
  readonly onLeave?: () => void;
  readonly required: boolean;
  readonly error?: string;
  readonly context: FieldContext;
}

/** A value that should be a text; anything else is shown as empty. */
export const textOf = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '');
