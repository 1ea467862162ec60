/** Durations in milliseconds of the same work done in three ways: through the API, its statements through `pg`, and the same prepared. @typedef {{ title: string, aim: number, statements: number, api: number[], plain: number[], prepared: number[] }} Comparison */

/**
 * @param {readonly number[]} durations
 * @param {number} share 0.5 for the median
 * @returns {number} the smallest duration that this share of them does not exceed
 */
export function quantile(durations, share) {
  const sorted = [...durations].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

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
  const head = ['', 'samples', 'SQL', 'API median', 'API p95', 'against', 'median', 'p95', 'ratio', 'aim', ''];
  const widths = head.map((cell, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? cell).length)));
  return [head, ...rows].map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
}

/** @param {number} duration */
const ms = (duration) => `${duration.toFixed(2)} ms`;
