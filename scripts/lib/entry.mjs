import { requireSupportedNode } from './node-version.mjs';
import { printFailure } from './report.mjs';

/**
 * Checks this Node before anything else is loaded: an old one would stumble over the rest without saying why.
 * @param {() => Promise<{ main(): Promise<void> }>} load the command's module
 */
export async function enter(load) {
  try {
    requireSupportedNode();
  } catch (error) {
    printFailure(error);
    process.exit(1);
  }
  const { main } = await load();
  await main();
}
