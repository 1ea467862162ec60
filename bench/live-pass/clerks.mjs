/** Clerks of the accounts that development starts with, each at a counter of their own. */
const CLERKS = [
  { username: 'hejiamin', password: 'Tianhe-Chuangkou-5' },
  { username: 'wujianhui', password: 'Panyu-Chuangkou-6' },
];

/**
 * @param {import('../api-client.mjs').ApiClient} api
 * @returns {Promise<string[]>} their session tokens
 */
export async function logInClerks(api) {
  const answers = await Promise.all(CLERKS.map((body) => api.call({ method: 'POST', path: '/api/staff/login', body })));
  return answers.map((answer) => /** @type {{ token: string }} */ (answer).token);
}
