/** How a verification was, or will be, judged: with the server, or by this counter alone. */
export type Assurance = 'online' | 'offline';

const LEVELS: Readonly<Record<Assurance, string>> = {
  online: '在线核验・保证级别 高',
  offline: '离线核验・保证级别 较低',
};

/** The words for the assurance level, the same wherever it is named. */
export const assuranceLabel = (assurance: Assurance): string => LEVELS[assurance];

/** The assurance level of a verdict, in the same place on every one of them; the frame differs as well as the words. */
export function AssuranceChip({ assurance }: { assurance: Assurance }) {
  return <span className={`assurance assurance-${assurance}`}>{LEVELS[assurance]}</span>;
}
