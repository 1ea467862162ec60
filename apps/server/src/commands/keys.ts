import { makeKeys } from './make-keys';

const { done, settings, told } = makeKeys(process.argv.slice(2));
process.stdout.write(settings);
process.stderr.write(`${told}\n`);
process.exitCode = done ? 0 : 1;
