import { orderKeys } from './key-orders';
import { makeKeys } from './make-keys';

const args = process.argv.slice(2);
const isOrder = args[0] === 'rotate' || args[0] === 'list';
const { done, settings, told } = isOrder ? orderKeys(args, { folder: process.env.ISSUER_KEY_DIR, now: Date.now() }) : makeKeys(args);
process.stdout.write(settings);
if (told) process.stderr.write(`${told}\n`);
process.exitCode = done ? 0 : 1;
