import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fromRoot } from './paths.mjs';

/** @typedef {{ id?: string, name: string, city?: string, description?: string, phoneUrl?: string }} Resident a test resident, as the sandbox tells it */
/** @typedef {{ username: string, password: string, name: string, office?: string, note?: string }} StaffAccount */

/**
 * Tells where everything is and whom to log in as.
 * @param {import('./stack.mjs').Stack} stack
 * @param {string} dataDir
 * @param {import('./report.mjs').Reporter} report
 */
export async function welcome({ url, sandboxUrl }, dataDir, report) {
  report.title('粤证已就绪 · Yuezheng is ready');
  const addresses = [
    ['居民端 Residents', '/'],
    ['工作人员 Officials', '/console'],
    ['接口文档 API docs', '/api/docs'],
    ...(sandboxUrl ? [['外部系统沙箱 Sandbox', '/sandbox/']] : []),
  ];
  for (const [label = '', address] of addresses) report.plain(`  ${pad(label, 24)}${url}${address}`);
  report.plain(`  ${pad('数据与日志 Data, logs', 24)}${dataDir}`);
  if (sandboxUrl) await introduceTestPeople(url, sandboxUrl, report);
  report.plain('\n按 Ctrl-C 停止 · Press Ctrl-C to stop');
}

/**
 * @param {string} url
 * @param {string} sandboxUrl
 * @param {import('./report.mjs').Reporter} report
 */
async function introduceTestPeople(url, sandboxUrl, report) {
  const residents = await featuredResidents(sandboxUrl);
  if (residents.length) report.title('测试居民（打开链接即可看到此人的手机）· Test residents and their phones');
  for (const { name, city = '', description = '', phoneUrl = '' } of residents) {
    report.plain(`  ${pad(name, 12)}${pad(city, 8)}${description}`);
    report.plain(`  ${pad('', 12)}${url}/sandbox/${phoneUrl.replace(/^.*?(?=phones\/)|^\//, '')}`);
  }
  const accounts = await staffAccounts();
  if (accounts.length) report.title('工作人员账号 · Staff accounts');
  for (const { username, password, name, office = '', note = '' } of accounts) {
    report.plain(`  ${pad(username, 16)}${pad(password, 20)}${pad(name, 10)}${office}${note ? `（${note}）` : ''}`);
  }
}

/**
 * @param {string} sandboxUrl
 * @returns {Promise<Resident[]>}
 */
async function featuredResidents(sandboxUrl) {
  const response = await fetch(`${sandboxUrl}/population/featured`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
  if (!response?.ok) return [];
  const body = await response.json();
  return Array.isArray(body) ? body : [];
}

/** The accounts that the server makes in development. @returns {Promise<StaffAccount[]>} */
async function staffAccounts() {
  const file = fromRoot('apps', 'server', 'dist', 'accounts', 'dev-accounts.js');
  if (!existsSync(file)) return [];
  const { DEV_ACCOUNTS } = await import(pathToFileURL(path.resolve(file)).href);
  return DEV_ACCOUNTS ?? [];
}

/**
 * Pads to columns of the terminal, in which a Chinese character takes two.
 * @param {string} text
 * @param {number} columns
 */
export function pad(text, columns) {
  const width = [...text].reduce((sum, char) => sum + (/[\u1100-\uffdc]/.test(char) ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, columns - width));
}
