import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { orderKeys } from './key-orders';
import { makeKeys } from './make-keys';

const NOW = Date.parse('2026-11-22T02:00:00Z');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yuezheng-key-orders-'));
  makeKeys([folder]);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const order = (args: readonly string[], now = NOW) => orderKeys(args, { folder, now });

it('rotates and says from when on which key signs', () => {
  expect(order(['rotate'])).toEqual({
    done: true, settings: '',
    told: '编号 2 的新密钥现在起公布，2026 年 11 月 23 日 11:00 起签发。编号 1 届时停止签发，2026 年 11 月 25 日 11:00 停用，私钥随后清除。各服务进程在一分钟内自动取用，不必重启。',
  });
  expect(orderKeys(['rotate', folder], { folder: undefined, now: NOW })).toMatchObject({ done: false, told: expect.stringContaining('轮换正在进行') as string });
});

it('changes a key in wrong hands at once, and says what that costs', () => {
  const { done, told } = order(['rotate', '--now']);
  expect(done).toBe(true);
  expect(told).toContain('编号 2 的新密钥现在起签发；编号 1 已撤销');
  expect(told).toContain('各手机重新取得凭证之前');
});

it('lists the keys, and warns of files that others can read', () => {
  order(['rotate']);
  chmodSync(path.join(folder, 'issuer-1.json'), 0o644);
  expect(order(['list'])).toEqual({
    done: true,
    settings: '编号\t状态\t期限\n1\t正在签发\t自始签发，2026 年 11 月 23 日 11:00 止，2026 年 11 月 25 日 11:00 停用\n2\t已公布，待签发\t2026 年 11 月 23 日 11:00 起签发\n',
    told: '注意：编号 1 的私钥文件能被其他用户读取，请改为 600。',
  });
  expect(order(['list'], NOW + 100 * 3_600_000).settings).toContain('1\t已停用');
});

it.each([[['rotate', '--force']], [['rotate', 'a', 'b']], [['list', '--now']]])('shows how to use it for %j, and changes nothing', (args) => {
  expect(order(args)).toMatchObject({ done: false, settings: '', told: expect.stringContaining('用法') as string });
  expect(orderKeys([args[0] ?? ''], { folder: undefined, now: NOW })).toMatchObject({ done: false, told: expect.stringContaining('用法') as string });
  expect(readdirSync(folder)).toEqual(['issuer-1.json']);
});

it('says what is in the way', () => {
  expect(order(['rotate', path.join(folder, 'empty')]).told).toBe('文件夹里还没有签发密钥，请先用 keys.js 生成第一把。');
  writeFileSync(path.join(folder, 'issuer-1.json'), '{}');
  expect(order(['rotate'])).toMatchObject({ done: false, told: expect.stringContaining('不是签发私钥') as string });
});
