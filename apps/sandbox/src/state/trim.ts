/** Keeps the newest `limit` entries of a record whose keys were added in order of age; changes it in place. */
export const keepNewest = <T>(record: Record<string, T>, limit: number): void => {
  const keys = Object.keys(record);
  for (const key of keys.slice(0, Math.max(0, keys.length - limit))) delete record[key];
};
