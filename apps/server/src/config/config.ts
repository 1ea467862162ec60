import { z } from 'zod';
import { withDevelopmentDefaults } from './development';

export interface FieldKey {
  readonly id: string;
  readonly key: Buffer;
}

const whole = (fallback: number, max = 1_000_000) => z.coerce.number().int().min(0).max(max).default(fallback);
const text = z.string().min(1);
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

const key32 = z.string().transform((value, ctx) => {
  const key = Buffer.from(value, 'base64');
  if (key.length !== 32) ctx.addIssue({ code: 'custom', message: '须为 32 字节的 base64' });
  return key;
});

const fieldKeys = z.string().transform((value, ctx): readonly [FieldKey, ...FieldKey[]] => {
  const keys = value.split(',').map((part) => {
    const [id = '', encoded = ''] = part.trim().split(':');
    return { id, key: Buffer.from(encoded, 'base64') };
  });
  const good = keys.every(({ id, key }) => /^[\w-]{1,16}$/.test(id) && key.length === 32);
  if (!good || new Set(keys.map(({ id }) => id)).size !== keys.length) {
    ctx.addIssue({ code: 'custom', message: '须为 id:base64（32 字节）的列表，id 不得重复' });
  }
  return keys as [FieldKey, ...FieldKey[]];
});

const environment = z
  .object({
    NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
    PORT: whole(8080, 65_535),
    HOST: text.optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    DATABASE_URL: postgresUrl,
    DATABASE_POOL: z.coerce.number().int().min(2).max(500).default(20),
    DATA_DIR: text,
    H5_DIR: text.optional(),
    CONSOLE_DIR: text.optional(),
    PUBLIC_URL: url,
    SANDBOX_URL: url.optional(),
    TRUST_PROXY: whole(0, 10),
    RATE_LIMIT_PER_IP: whole(6000),
    RATE_LIMIT_PER_SESSION: whole(1200),
    SHOWING_CHANNELS: whole(10_000),
    SHOWING_CHANNELS_PER_IP: whole(2_000),
    RATE_LIMIT_SMS_PER_HOUR: whole(30),
    RATE_LIMIT_SMS_PER_DAY: whole(100),
    FIELD_KEYS: fieldKeys,
    BLIND_INDEX_KEY: key32,
    ISSUER_KEY_DIR: text,
    WECHAT_BASE_URL: url.default('https://api.weixin.qq.com'),
    WECHAT_APPID: text,
    WECHAT_SECRET: text,
    WECHAT_OFFICIAL_APPID: text,
    WECHAT_OFFICIAL_SECRET: text,
    WECHAT_TEMPLATE_ENDORSEMENT_DUE: text,
    WECHAT_TEMPLATE_PERMIT_SUSPENDED: text,
    WECHAT_TEMPLATE_CASE_PROGRESS: text,
    WECHAT_SUBSCRIBE_ENDORSEMENT_DUE: text,
    WECHAT_SUBSCRIBE_CASE_PROGRESS: text,
    WECHAT_SUBSCRIBE_SUPPLEMENT: text,
    SMS_BASE_URL: url.default('https://sms.tencentcloudapi.com'),
    SMS_SECRET_ID: text,
    SMS_SECRET_KEY: text,
    SMS_APP_ID: text,
    SMS_SIGN_NAME: text,
    SMS_TEMPLATE_CODE: text,
    SMS_TEMPLATE_ENDORSEMENT_DUE: text,
    SMS_TEMPLATE_PERMIT_SUSPENDED: text,
    SMS_TEMPLATE_CASE_PROGRESS: text,
    EXCHANGE_BASE_URL: url,
    EXCHANGE_APP_ID: text,
    EXCHANGE_SECRET: text,
    S3_ENDPOINT: url.optional(),
    S3_REGION: text.optional(),
    S3_BUCKET: text.optional(),
    S3_ACCESS_KEY_ID: text.optional(),
    S3_SECRET_ACCESS_KEY: text.optional(),
  })
  .superRefine((env, ctx) => {
    if (env.NODE_ENV === 'production' && env.SANDBOX_URL) {
      ctx.addIssue({ code: 'custom', path: ['SANDBOX_URL'], message: '生产环境不得连接沙箱' });
    }
    if (!env.S3_ENDPOINT) return;
    for (const name of ['S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const) {
      if (!env[name]) ctx.addIssue({ code: 'custom', path: [name], message: '设置 S3_ENDPOINT 后必填' });
    }
  });

/** The environment after parsing: the only place where the server learns how it is set up. */
export type Environment = z.infer<typeof environment>;

/** Injection token and value of the parsed configuration. */
export abstract class Config {
  abstract readonly env: Environment;
  /** Whether an answer that differs from its contract is an error (tests) instead of being sent. */
  get checksAnswers(): boolean {
    return this.env.NODE_ENV === 'test';
  }
  get host(): string {
    return this.env.HOST ?? (this.env.NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1');
  }
}

class ParsedConfig extends Config {
  constructor(readonly env: Environment) {
    super();
  }
}

export type ConfigAnswer = { readonly ok: true; readonly value: Config } | { readonly ok: false; readonly complaints: readonly string[] };

/**
 * Parses the environment once. Outside production with a sandbox, what is missing is filled in for it.
 * @returns the configuration, or one line for every variable that is missing or wrong
 */
export function readConfig(given: Readonly<Record<string, string | undefined>>): ConfigAnswer {
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(withDevelopmentDefaults(present));
  if (parsed.success) return { ok: true, value: new ParsedConfig(parsed.data) };
  return { ok: false, complaints: parsed.error.issues.map((issue) => `${String(issue.path[0])}：${complaint(issue, present)}`) };
}

function complaint(issue: z.core.$ZodIssue, present: Readonly<Record<string, unknown>>): string {
  if (present[String(issue.path[0])] === undefined && issue.code === 'invalid_type') return '没有设置';
  return issue.code === 'custom' ? issue.message : '取值有误';
}
