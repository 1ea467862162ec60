import { readFileSync } from 'node:fs';
import v8 from 'node:v8';

/** One statement as the API gave it to `pg`. @typedef {{ request: string, name?: string, text: string, values: unknown[] }} Statement */

/**
 * What the recorder wrote.
 * @param {string} file
 * @returns {Map<string, Statement[]>} by the mark of the request, in the order in which they ran
 */
export function readRecording(file) {
  /** @type {Map<string, Statement[]>} */
  const recorded = new Map();
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    /** @type {Statement} */
    const statement = v8.deserialize(Buffer.from(line, 'base64'));
    const sameRequest = recorded.get(statement.request);
    if (sameRequest) sameRequest.push(statement);
    else recorded.set(statement.request, [statement]);
  }
  return recorded;
}
