import { newPassword } from './new-password';
import { readOrder } from './staff-orders';

const words = (text: string): string[] => text.split(' ');

describe('readOrder', () => {
  it('opens an account for a province, a city, a counter', () => {
    expect(readOrder(words('open --username chen.yu --name 陈宇 --office 省厅 --role administrator --role reviewer --role reviewer'))).toEqual({
      kind: 'open', staff: { username: 'chen.yu', name: '陈宇', office: '省厅', roles: ['administrator', 'reviewer'], cities: [] },
    });
    expect(readOrder(words('open --username heyi --name 何怡 --office 中心 --role clerk --city 440100 --counter 1号窗口'))).toMatchObject({
      kind: 'open', staff: { cities: ['440100'] }, counter: '1号窗口',
    });
  });

  it('replaces a password', () => {
    expect(readOrder(words('password --username chen.yu'))).toEqual({ kind: 'replace-password', username: 'chen.yu' });
  });

  it.each([
    ['', '--username'],
    ['open --username A', '--username'],
    ['close --username chen', 'open 或 password'],
    ['open --username chen --name 陈', '--office'],
    ['open --username chen --name 陈 --office 厅', '--role'],
    ['open --username chen --name 陈 --office 厅 --role boss', '--role'],
    ['open --username chen --name 陈 --office 厅 --role clerk --city 110000', '110000'],
    ['open --colour red', '不认识的参数'],
    ['open --username', '不认识的参数'],
  ])('says what is wrong with “%s”', (line, said) => {
    expect(readOrder(words(line))).toContain(said);
  });

  const open = (name: string, office: string, counter = '1 号窗口'): ReturnType<typeof readOrder> =>
    readOrder(['open', '--username', 'chen', '--name', name, '--office', office, '--role', 'clerk', '--counter', counter]);

  it.each([
    ['', '省厅'], ['  ', '省厅'], ['陈宇', '\u3000'], ['陈\n宇', '省厅'], ['陈宇', '省\u0000厅'], ['陈宇\u001b[31m', '省厅'], ['陈\u200b宇', '省厅'], ['陈\u2028宇', '省厅'],
    ['陈'.repeat(101), '省厅'], ['陈宇', '厅'.repeat(101)],
  ])('takes no name %j of an office %j', (name, office) => {
    expect(open(name, office)).toMatch(/^--name 和 --office/);
  });

  it.each(['', ' ', '1 号\n窗口', '窗'.repeat(101)])('takes no counter %j', (counter) => {
    expect(open('陈宇', '省厅', counter)).toMatch(/^--counter/);
  });

  it('takes a hundred characters, of any script, without the spaces around', () => {
    expect(open(` ${'𠮷'.repeat(98)} `, '省厅', ' 1 号窗口 ')).toMatchObject({ staff: { name: '𠮷'.repeat(98) }, counter: '1 号窗口' });
  });
});

it('newPassword gives sixteen signs that are not mistaken for others', () => {
  const made = Array.from({ length: 200 }, newPassword);
  expect(new Set(made).size).toBe(200);
  for (const password of made) expect(password).toMatch(/^[^0O1lIo]{16}$/);
});
