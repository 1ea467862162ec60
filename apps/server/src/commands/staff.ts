import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { StaffRegister } from '../accounts/staff-register';
import { AppModule } from '../app.module';
import { readConfig, type Config } from '../config/config';
import { SystemClock } from '../platform/clock/clock';
import { migrate } from '../platform/database/migrate';
import { newId } from '../platform/database/new-id';
import { faultLine } from '../platform/logging/fault-line';
import { openLogs } from '../platform/logging/logging';
import { newPassword } from './new-password';
import { readOrder, USAGE, type StaffOrder } from './staff-orders';

/** Runs one order in the server's own environment. @returns what to tell the operator, and whether it was done */
async function carryOut(order: StaffOrder, config: Config): Promise<{ readonly done: boolean; readonly text: string }> {
  await migrate(config.env.DATABASE_URL);
  const context = await NestFactory.createApplicationContext(AppModule.with(config, new SystemClock(), openLogs(config)), { logger: false });
  try {
    const register = context.get(StaffRegister);
    const password = newPassword();
    if (order.kind === 'open') {
      const { username } = order.staff;
      const counter = order.counter === undefined ? {} : { counter: { id: newId(), name: order.counter } };
      return (await register.open({ ...order.staff, ...counter, password })) ? told(username, password) : { done: false, text: `用户名 ${username} 已被使用` };
    }
    const { username } = order;
    return (await register.replacePassword(username, password)) ? told(username, password) : { done: false, text: `没有用户名为 ${username} 的账号` };
  } finally {
    await context.close();
  }
}

const told = (username: string, password: string) => ({ done: true, text: `用户名 ${username}\n密码 ${password}（只显示这一次）` });

async function main(): Promise<number> {
  const order = readOrder(process.argv.slice(2));
  if (typeof order === 'string') return fail(`${order}\n${USAGE}`);
  const config = readConfig(process.env);
  if (!config.ok) return fail(`配置有误：\n${config.complaints.map((line) => `  ${line}`).join('\n')}`);
  const { done, text } = await carryOut(order, config.value);
  if (!done) return fail(text);
  process.stdout.write(`${text}\n`);
  return 0;
}

function fail(text: string): number {
  process.stderr.write(`${text}\n`);
  return 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => process.exit(fail(`没有完成：${faultLine(error)}`)),
);
