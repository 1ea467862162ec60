/** Durations in milliseconds of the same work done in two ways. @typedef {{ title: string, aim: number, statements: number, api: number[], bare: number[] }} Comparison */

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
  const rows = comparisons.map(({ title, aim, statements, api, bare }) => {
    const ratio = quantile(api, 0.5) / quantile(bare, 0.5);
    return [
      title, String(api.length), String(statements), ms(quantile(api, 0.5)), ms(quantile(bare, 0.5)), `${ratio.toFixed(2)}×`,
      `≤ ${aim}×`, ratio <= aim ? 'met' : 'not met', ms(quantile(api, 0.95)), ms(quantile(bare, 0.95)),
    ];
  });
  const head = ['', 'samples', 'SQL', 'API median', 'pg median', 'ratio', 'aim', '', 'API p95', 'pg p95'];
  const widths = head.map((cell, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? cell).length)));
  return [head, ...rows].map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
}

/** @param {number} duration */
const ms = (duration) => `${duration.toFixed(2)} ms`;
