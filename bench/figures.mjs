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
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 * @returns {string[]} lines of a table, the first column to the left
 */
export function aligned(head, rows) {
  const widths = head.map((cell, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? cell).length)));
  return [head, ...rows].map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
}

/** @param {number} duration */
export const ms = (duration) => `${duration.toFixed(2)} ms`;
