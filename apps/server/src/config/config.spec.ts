import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readConfig } from './config';
import { VARIABLES } from './variables';

const KEY = Buffer.alloc(32, 7).toString('base64');
const SPECIAL: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgres://u:p@db/yuezheng', FIELD_KEYS: `k1:${KEY}`, BLIND_INDEX_KEY: KEY, EXCHANGE_BASE_URL: 'https://exchange.example.gov.cn/', PUBLIC_URL: 'https://yuezheng.example.gov.cn',
};
const required = VARIABLES.filter(({ production }) => production === 'required').map(({ name }) => name);
const production = (): Record<string, string> => ({ NODE_ENV: 'production', ...Object.fromEntries(required.map((name) => [name, SPECIAL[name] ?? 'x'])) });

function complaints(env: Record<string, string | undefined>): readonly string[] {
  const config = readConfig(env);
  return config.ok ? [] : config.complaints;
}

describe('readConfig', () => {
  it('accepts the required variables alone in production', () => {
    expect(complaints(production())).toEqual([]);
    const config = readConfig(production());
    expect(config.ok && config.value.host).toBe('0.0.0.0');
    expect(config.ok && config.value.env.EXCHANGE_BASE_URL).toBe('https://exchange.example.gov.cn');
  });

  it('names every missing variable at once', () => {
    expect(complaints({ NODE_ENV: 'production' }).map((line) => line.split('：')[0]).sort()).toEqual([...required].sort());
  });

  it.each([
    ['PORT', '80a'], ['PORT', '70000'], ['DATABASE_URL', 'mysql://db'], ['FIELD_KEYS', 'k1:short'], ['FIELD_KEYS', `k1:${KEY},k1:${KEY}`],
    ['BLIND_INDEX_KEY', 'short'], ['LOG_LEVEL', 'loud'], ['EXCHANGE_BASE_URL', 'exchange'], ['NODE_ENV', 'prod'], ['TRUST_PROXY', '-1'],
  ])('names %s when it is %s', (name, value) => {
    expect(complaints({ ...production(), [name]: value }).map((line) => line.split('：')[0])).toEqual([name]);
  });

  it('never repeats a secret in a complaint', () => {
    expect(complaints({ ...production(), DATABASE_URL: 'mysql://u:secret@db', FIELD_KEYS: 'k1:secret' }).join()).not.toContain('secret');
  });

  it('refuses a sandbox in production and half of an S3 place', () => {
    expect(complaints({ ...production(), SANDBOX_URL: 'http://127.0.0.1:1' })).toEqual(['SANDBOX_URL：生产环境不得连接沙箱']);
    expect(complaints({ ...production(), S3_ENDPOINT: 'https://s3.example.com', S3_BUCKET: 'b' })).toHaveLength(3);
  });

  it('knows exactly the variables of the table', () => {
    const config = readConfig({ ...production(), ...Object.fromEntries(['SMS_BASE_URL', 'WECHAT_BASE_URL'].map((name) => [name, 'https://x.example'])) });
    const known = new Set(VARIABLES.map(({ name }) => name));
    expect(config.ok && Object.keys(config.value.env).filter((name) => !known.has(name))).toEqual([]);
    expect(new Set(VARIABLES.map(({ name }) => name)).size).toBe(VARIABLES.length);
  });
});

describe('in development', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-config-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('needs a database, a folder and the sandbox, and makes keys once', () => {
    const env = { DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/x', DATA_DIR: dataDir, SANDBOX_URL: 'http://127.0.0.1:9/' };
    const [first, second] = [readConfig(env), readConfig(env)];
    expect(first.ok && second.ok && first.value.env.BLIND_INDEX_KEY.equals(second.value.env.BLIND_INDEX_KEY)).toBe(true);
    const file = path.join(dataDir, 'secrets.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object)).toEqual(expect.arrayContaining(['FIELD_KEYS', 'BLIND_INDEX_KEY']));
  });

  it('fills nothing in without a sandbox', () => {
    expect(complaints({ DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/x', DATA_DIR: dataDir }).length).toBeGreaterThan(10);
  });
});
