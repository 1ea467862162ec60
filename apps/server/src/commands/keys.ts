import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { FileKeyring } from '../live-pass/file-keyring';

const newKey = (): string => randomBytes(32).toString('base64');

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('用法：keys.js 签发私钥的文件夹\n');
  process.exit(1);
}
const { current } = new FileKeyring(path.resolve(folder), true);
process.stdout.write(`FIELD_KEYS=k1:${newKey()}\nBLIND_INDEX_KEY=${newKey()}\nISSUER_KEY_DIR=${path.resolve(folder)}\n`);
process.stderr.write(`签发密钥编号 ${current.kid}。请把上面三行放进密钥库；丢失后，已加密的数据不能恢复。\n`);
