import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { isNativeError } from 'node:util/types';
import { FileKeyring } from '../live-pass/issuer-keys/file-keyring';

/** What came of an order: what to print for the operator's key store, and what to tell the operator. */
export interface MadeKeys {
  readonly done: boolean;
  /** Secrets, for standard output only. */
  readonly settings: string;
  readonly told: string;
}

export const KEYS_USAGE = `用法：
  keys.js 文件夹                   生成字段密钥和第一把签发密钥
  keys.js rotate [--now] [文件夹]   更换签发密钥；--now 用于旧密钥已泄露
  keys.js list [文件夹]             列出签发密钥
rotate 和 list 不写文件夹时用 ISSUER_KEY_DIR。`;

const WHY: Readonly<Record<string, string>> = {
  EACCES: '没有写入的权限', EPERM: '没有写入的权限', EROFS: '此处只能读取', ENOTDIR: '它或它的上级不是文件夹', ENOENT: '此处不能建立文件夹', ENOSPC: '磁盘已满',
};

const newKey = (): string => randomBytes(32).toString('base64');

const failed = (told: string): MadeKeys => ({ done: false, settings: '', told });

/**
 * Makes new keys for the fields, and the first issuer key in a folder that has none.
 * @param args exactly one: the folder
 */
export function makeKeys(args: readonly string[]): MadeKeys {
  const [given = '', ...others] = args;
  if (given.trim() === '' || given.startsWith('-') || others.length > 0) return failed(KEYS_USAGE);
  const folder = path.resolve(given);
  try {
    const { current } = new FileKeyring(folder, true, { now: Date.now });
    return {
      done: true,
      settings: `FIELD_KEYS=k1:${newKey()}\nBLIND_INDEX_KEY=${newKey()}\nISSUER_KEY_DIR=${folder}\n`,
      told: `签发密钥编号 ${current.kid}。请把上面三行放进密钥库；丢失后，已加密的数据不能恢复。`,
    };
  } catch (error) {
    return failed(`不能在 ${folder} 存放签发私钥：${whyNoFolder(error)}。`);
  }
}

/** In the operator's words what stands in the way of a folder of keys. */
export function whyNoFolder(error: unknown): string {
  const code = isNativeError(error) && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) return '其中的文件不是签发私钥，或者没有用于签发的';
  return WHY[code] ?? `系统错误 ${code}`;
}
