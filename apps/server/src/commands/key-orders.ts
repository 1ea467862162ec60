import path from 'node:path';
import { longDate, shanghaiClock, shanghaiDay } from '@yuezheng/shared-types';
import { KeyFolder } from '../live-pass/issuer-keys/key-folder';
import { timesOf, type KeyTimes, type Standing } from '../live-pass/issuer-keys/key-times';
import { rotate, type Rotation } from '../live-pass/issuer-keys/rotation';
import { KEYS_USAGE, whyNoFolder, type MadeKeys } from './make-keys';

const STANDINGS: Readonly<Record<Standing, string>> = { announced: '已公布，待签发', signing: '正在签发', published: '只供核验', retired: '已停用', withdrawn: '已撤销' };

/** What an order about the keys needs from outside. */
export interface KeyOrderContext {
  /** Folder that the environment names. */
  readonly folder: string | undefined;
  /** Epoch ms. */
  readonly now: number;
}

/**
 * `rotate [--now] [folder]`: makes the next issuer key. `list [folder]`: how each key stands.
 * @param args the order first
 */
export function orderKeys([order, ...args]: readonly string[], { folder: named, now }: KeyOrderContext): MadeKeys {
  const atOnce = order === 'rotate' && args.includes('--now');
  const [given = named, ...others] = atOnce ? args.filter((arg) => arg !== '--now') : args;
  if (!given || given.trim() === '' || given.startsWith('-') || others.length > 0) return told(false, KEYS_USAGE);
  const folder = path.resolve(given);
  try {
    const keys = new KeyFolder(folder);
    if (order === 'list') return { done: true, settings: listOf(keys, now), told: warningOf(keys) };
    const rotation = rotate(keys, now, atOnce);
    return told(rotation.done, rotation.done ? newsOf(rotation, now, keys) : refusalOf(rotation));
  } catch (error) {
    return told(false, `不能轮换或列出 ${folder} 中的签发密钥：${whyNoFolder(error)}。`);
  }
}

const told = (done: boolean, text: string): MadeKeys => ({ done, settings: '', told: text });

/** One line a key, for standard output; the time zone is that of Guangdong. */
function listOf(folder: KeyFolder, now: number): string {
  const lines = timesOf(folder.read(), now).map((times) => `${times.key.kid}\t${STANDINGS[times.standing]}\t${spanOf(times)}\n`);
  return `编号\t状态\t期限\n${lines.join('')}`;
}

function spanOf({ key, standing, signsUntil, retiredFrom }: KeyTimes): string {
  if (standing === 'withdrawn') return '任何时候都不再认可';
  const from = key.signsFrom === 0 ? '自始签发' : `${momentOf(key.signsFrom)}起签发`;
  return signsUntil === Infinity ? from : `${from}，${momentOf(signsUntil)}止，${momentOf(retiredFrom)}停用`;
}

function newsOf({ key, withdrawn }: Extract<Rotation, { done: true }>, now: number, folder: KeyFolder): string {
  const news = withdrawn.length > 0
    ? `编号 ${key.kid} 的新密钥现在起签发；编号 ${withdrawn.join('、')} 已撤销，私钥已清除。代价：各手机重新取得凭证之前（打开着的一分钟内，其余在下次联网打开时），亮证码不能通过核验；离线窗口在下次联网取得新的公钥之前，仍会接受旧密钥签发的码。`
    : `编号 ${key.kid} 的新密钥现在起公布，${momentOf(key.signsFrom)}起签发。${oldNews(timesOf(folder.read(), now), key.kid)}`;
  return `${news}各服务进程在一分钟内自动取用，不必重启。${warningOf(folder)}`;
}

const oldNews = (times: readonly KeyTimes[], kid: number): string => {
  const old = times.slice(0, times.findIndex(({ key }) => key.kid === kid)).filter(({ standing }) => standing !== 'withdrawn').at(-1);
  return old ? `编号 ${old.key.kid} 届时停止签发，${momentOf(old.retiredFrom)}停用，私钥随后清除。` : '';
};

function warningOf(folder: KeyFolder): string {
  const exposed = folder.exposed(folder.read());
  return exposed.length > 0 ? `注意：编号 ${exposed.join('、')} 的私钥文件能被其他用户读取，请改为 600。` : '';
}

function refusalOf(rotation: Extract<Rotation, { done: false }>): string {
  switch (rotation.why) {
    case 'no-keys':
      return '文件夹里还没有签发密钥，请先用 keys.js 生成第一把。';
    case 'kids-used-up':
      return '密钥编号已用到 65535，不能再添加。';
    case 'somebody-else-rotated':
      return '另一次轮换刚刚完成，没有再添加密钥。';
    case 'announced':
      return `编号 ${rotation.kid} 的密钥已经公布，${momentOf(rotation.signsFrom)}起签发，轮换正在进行。旧密钥已泄露时用 --now 立即更换。`;
  }
}

const momentOf = (at: number): string => `${longDate(shanghaiDay(at))} ${shanghaiClock(at)} `;
