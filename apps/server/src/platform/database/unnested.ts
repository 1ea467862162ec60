/** A column of rows that a statement is given: its name in the statement and its type in SQL. */
export type GivenColumn = readonly [name: string, type: string];

/** `unnest($1::uuid[], …) WITH ORDINALITY AS given (holder_id, …, nr)`: many rows as one array for each column, numbered from 1. */
export function unnested(columns: readonly GivenColumn[], as: string): string {
  const arrays = columns.map(([, type], index) => `$${index + 1}::${type}[]`);
  return `unnest(${arrays.join(', ')}) WITH ORDINALITY AS ${as} (${columns.map(([name]) => name).join(', ')}, nr)`;
}

/** The arrays for `unnested`, from rows of values in the order of the columns. */
export const columnArrays = (columns: readonly GivenColumn[], rows: readonly (readonly unknown[])[]): unknown[][] =>
  columns.map((_, index) => rows.map((row) => row[index] ?? null));

/** A row that says which of the given ones it answers, from 1. */
export interface Numbered {
  readonly nr: string;
}

/** Answers in the order of the questions; nothing where a question has none. */
export function inGivenOrder<Row extends Numbered>(rows: readonly Row[], count: number): (Row | undefined)[] {
  const ordered = Array.from<Row | undefined>({ length: count });
  for (const row of rows) ordered[Number(row.nr) - 1] = row;
  return ordered;
}
