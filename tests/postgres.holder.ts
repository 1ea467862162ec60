import type { RunningPostgres } from '../scripts/lib/postgres/index.mjs';

/** Jest loads set-up and tear-down apart from each other: the process is all they share. */
const shared: NodeJS.Process & { yuezhengTestPostgres?: RunningPostgres } = process;

export function holdPostgres(running: RunningPostgres): void {
  shared.yuezhengTestPostgres = running;
}

/** Stops the cluster that was held. Returns whether there was one. */
export async function releasePostgres(): Promise<boolean> {
  const running = shared.yuezhengTestPostgres;
  delete shared.yuezhengTestPostgres;
  await running?.stop();
  return running !== undefined;
}
