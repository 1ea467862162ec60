import { fileURLToPath } from 'node:url';

/**
 * Prints the figures of a row as JSON when its file is what Node was started with.
 * @param {string} url of the module
 * @param {() => unknown} run
 */
export async function printed(url, run) {
  if (process.argv[1] === fileURLToPath(url)) console.log(JSON.stringify(await run(), null, 2));
}
