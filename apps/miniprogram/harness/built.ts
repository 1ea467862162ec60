import { existsSync } from 'node:fs';
import path from 'node:path';

const dir = path.resolve(__dirname, '../dist/weapp');

/** Folder of the mini-program as it was built for WeChat. @throws when it has not been built */
export function builtForWechat(): string {
  if (!existsSync(path.join(dir, 'app.json'))) {
    throw new Error('dist/weapp is missing: build it first with `pnpm --filter @yuezheng/miniprogram build:weapp`');
  }
  return dir;
}
