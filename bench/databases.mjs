import pg from 'pg';

/**
 * @param {string} url of any database of the server
 * @param {string} name
 * @returns {string} the address of the database of that name
 */
export function databaseNamed(url, name) {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/**
 * @param {string} url
 * @param {(client: pg.Client) => Promise<void>} work
 */
async function connected(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Copies a database that nobody uses any more, statistics included, so that all copies are planned alike.
 * @param {string} url of the database to copy
 * @param {readonly string[]} names of the copies: constants of ours
 */
export async function copyDatabase(url, names) {
  await connected(url, async (client) => void (await client.query('VACUUM (ANALYZE)')));
  const original = new URL(url).pathname.slice(1);
  await connected(databaseNamed(url, 'postgres'), async (client) => {
    // The programs have ended, but their sessions may need a moment longer.
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [original]);
    for (const name of names) await client.query(`CREATE DATABASE ${name} TEMPLATE ${original}`);
  });
}

/**
 * @param {string} url of any database of the server
 * @param {string} name a constant of ours
 * @returns {Promise<string>} the address of the new, empty database
 */
export async function createDatabase(url, name) {
  await connected(databaseNamed(url, 'postgres'), async (client) => void (await client.query(`CREATE DATABASE ${name}`)));
  return databaseNamed(url, name);
}
