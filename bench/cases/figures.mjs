import { aligned, ms, quantile } from '../figures.mjs';

/** Durations in milliseconds of the same work done in three ways: through the API, its statements through `pg`, and the same prepared. @typedef {{ title: string, aim: number, statements: number, api: number[], plain: number[], prepared: number[] }} Comparison */

/**
 * @param {readonly Comparison[]} comparisons
 * @returns {string[]} lines of a table
 */
export function table(comparisons) {
  const rows = comparisons.flatMap(({ title, aim, statements, api, plain, prepared }) =>
    /** @type {const} */ ([['pg', plain], ['pg, prepared', prepared]]).map(([against, bare], index) => {
      const ratio = quantile(api, 0.5) / quantile(bare, 0.5);
      const same = index > 0;
      return [
        same ? '' : title, same ? '' : String(api.length), same ? '' : String(statements), same ? '' : ms(quantile(api, 0.5)), same ? '' : ms(quantile(api, 0.95)),
        against, ms(quantile(bare, 0.5)), ms(quantile(bare, 0.95)), `${ratio.toFixed(2)}×`, `≤ ${aim}×`, ratio <= aim ? 'met' : 'not met',
      ];
    }),
  );
  return aligned(['', 'samples', 'SQL', 'API median', 'API p95', 'against', 'median', 'p95', 'ratio', 'aim', ''], rows);
}
