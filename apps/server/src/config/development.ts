import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

type Variables = Record<string, string | undefined>;

/** What the sandbox knows as its own customers; no secret of anybody. */
const SANDBOX_ACCOUNTS: Variables = {
  WECHAT_APPID: 'wxsandbox0000000001',
  WECHAT_SECRET: 'sandbox-mini-program-secret-0001',
  WECHAT_OFFICIAL_APPID: 'wxsandbox0000000002',
  WECHAT_OFFICIAL_SECRET: 'sandbox-official-account-secret2',
  WECHAT_TEMPLATE_ENDORSEMENT_DUE: 'TPLendorsementDue0000000000000000000000001a',
  WECHAT_TEMPLATE_PERMIT_SUSPENDED: 'TPLpermitSuspended000000000000000000000002b',
  WECHAT_TEMPLATE_CASE_PROGRESS: 'TPLcaseProgress000000000000000000000000003c',
  WECHAT_SUBSCRIBE_ENDORSEMENT_DUE: 'SUBendorsementDue0000000000000000000000001a',
  WECHAT_SUBSCRIBE_CASE_PROGRESS: 'SUBcaseProgress000000000000000000000000002b',
  WECHAT_SUBSCRIBE_SUPPLEMENT: 'SUBsupplementNeeded00000000000000000000003c',
  SMS_SECRET_ID: 'AKIDsandbox00000000000000000000000001',
  SMS_SECRET_KEY: 'sandboxSmsSecretKey0000000000001',
  SMS_APP_ID: '1400006666',
  SMS_SIGN_NAME: '粤证',
  SMS_TEMPLATE_CODE: '2100001',
  SMS_TEMPLATE_ENDORSEMENT_DUE: '2100002',
  SMS_TEMPLATE_PERMIT_SUSPENDED: '2100003',
  SMS_TEMPLATE_CASE_PROGRESS: '2100004',
  EXCHANGE_APP_ID: 'yuezheng-server',
  EXCHANGE_SECRET: 'sandbox-exchange-secret-000000001',
};

/**
 * Outside production and with a sandbox, what was not given comes from the sandbox's own accounts and from keys
 * made once in DATA_DIR/secrets.json (mode 600). In production nothing is filled in.
 */
export function withDevelopmentDefaults(given: Variables): Variables {
  const sandbox = given.SANDBOX_URL;
  if (given.NODE_ENV === 'production' || !sandbox || !given.DATA_DIR) return given;
  return {
    ...SANDBOX_ACCOUNTS,
    WECHAT_BASE_URL: sandbox,
    SMS_BASE_URL: `${sandbox}/sms/send`,
    EXCHANGE_BASE_URL: `${sandbox}/exchange`,
    PUBLIC_URL: `http://localhost:${given.PORT ?? '8080'}`,
    ISSUER_KEY_DIR: path.join(given.DATA_DIR, 'issuer-keys'),
    ...developmentKeys(given.DATA_DIR),
    ...given,
  };
}

function developmentKeys(dataDir: string): Variables {
  const file = path.join(dataDir, 'secrets.json');
  const kept = readSecrets(file);
  const wanted = { FIELD_KEYS: `dev1:${freshKey()}`, BLIND_INDEX_KEY: freshKey() };
  const secrets = { ...wanted, ...kept };
  if (Object.keys(wanted).every((name) => name in kept)) return secrets;
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.${process.pid}`, file);
  return secrets;
}

function readSecrets(file: string): Variables {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}

const freshKey = (): string => randomBytes(32).toString('base64');
