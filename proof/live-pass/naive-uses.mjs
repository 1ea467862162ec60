/**
 * Single use as it is often written: look whether the code was used, and if not, note it.
 * @param {import('pg').Pool} pool on a database of its own
 * @param {readonly string[]} presented
 * @param {number} atOnce
 * @returns {Promise<number>} how many codes were accepted more than once
 */
export async function checkThenInsert(pool, presented, atOnce) {
  await pool.query('CREATE TABLE naive_uses (presentation_id text NOT NULL)');
  await pool.query('CREATE INDEX ON naive_uses (presentation_id)');
  /** @type {Map<string, number>} */
  const accepted = new Map();
  let next = 0;
  const worker = async () => {
    for (let id = presented[next++]; id !== undefined; id = presented[next++]) {
      const known = await pool.query({ name: 'known', text: 'SELECT 1 FROM naive_uses WHERE presentation_id = $1', values: [id] });
      if (known.rowCount !== 0) continue;
      await pool.query({ name: 'note', text: 'INSERT INTO naive_uses (presentation_id) VALUES ($1)', values: [id] });
      accepted.set(id, (accepted.get(id) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return [...accepted.values()].filter((count) => count > 1).length;
}
