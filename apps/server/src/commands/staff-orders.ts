import { parseArgs } from 'node:util';
import { z } from 'zod';
import { cityByCode } from '@yuezheng/catalogue';
import { StaffRole } from '@yuezheng/shared-types';
import type { NewStaff } from '../accounts/staff-register';

/** What the operator wants of officials' accounts. */
export type StaffOrder =
  | { readonly kind: 'open'; readonly staff: Omit<NewStaff, 'password' | 'counter'>; readonly counter: string | undefined }
  | { readonly kind: 'replace-password'; readonly username: string };

const USERNAME = /^[a-z][a-z0-9.-]{2,31}$/;

/** What is printed on pages and papers: one line, 1 to 100 characters. */
const isLine = (text: string): boolean => text.trim() !== '' && [...text].length <= 100 && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);

const OPTIONS = {
  username: { type: 'string' },
  name: { type: 'string' },
  office: { type: 'string' },
  role: { type: 'string', multiple: true },
  city: { type: 'string', multiple: true },
  counter: { type: 'string' },
} as const;

export const USAGE = `用法：
  staff.js open --username 用户名 --name 姓名 --office 单位 --role 角色 [--role 角色] [--city 城市代码] [--counter 窗口名称]
  staff.js password --username 用户名
角色：reviewer 审核人员，clerk 窗口人员，administrator 管理员。不写 --city 即全省。`;

/** @returns the order, or a sentence about what is wrong with the arguments */
export function readOrder(args: readonly string[]): StaffOrder | string {
  const parsed = parse(args);
  if (typeof parsed === 'string') return parsed;
  const { positionals, values } = parsed;
  const { username = '', name = '', office = '', role = [], city = [], counter } = values;
  if (!USERNAME.test(username)) return '--username：3 至 32 个小写字母、数字、点或连字符，以字母开头';
  if (positionals.join(' ') === 'password') return { kind: 'replace-password', username };
  if (positionals.join(' ') !== 'open') return '请写 open 或 password';
  if (!isLine(name) || !isLine(office)) return '--name 和 --office：1 至 100 个字，不含换行等控制字符';
  if (counter !== undefined && !isLine(counter)) return '--counter：1 至 100 个字，不含换行等控制字符';
  const roles = z.array(StaffRole).min(1).safeParse(role);
  if (!roles.success) return '--role：reviewer、clerk 或 administrator，至少一个';
  const unknown = city.find((code) => !cityByCode(code));
  if (unknown !== undefined) return `--city：没有代码为 ${unknown} 的城市`;
  return { kind: 'open', staff: { username, name: name.trim(), office: office.trim(), roles: [...new Set(roles.data)], cities: city }, counter: counter?.trim() };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch {
    return '有不认识的参数，或者参数后面没有内容';
  }
}
