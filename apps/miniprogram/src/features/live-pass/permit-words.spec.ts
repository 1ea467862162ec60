import type { PermitCard } from '@yuezheng/shared-types';
import { cardState, obstacleWords, watermarkWords } from './permit-words';

const TODAY = '2026-11-22';
const AT = Date.UTC(2026, 10, 22, 1, 41, 27);

const card = (changes: Partial<PermitCard>): PermitCard => ({
  id: 'p', type: 'residence-permit', title: '广东省居住证', holderName: '林晓岚', idNumber: '', cityName: '广州市', districtName: '天河区',
  validUntil: '2027-06-30', status: 'valid', statusLabel: '有效', tone: 'ok', ward: false, linked: true, ...changes,
});

it.each<[string, Partial<PermitCard>, string, string]>([
  ['a valid permit', {}, '有效', 'chip'],
  ['one that ends soon', { validUntil: '2026-12-20' }, '还有 28 天到期', 'words'],
  ['one that ends today', { validUntil: TODAY }, '今天到期', 'words'],
  ['that of a ward', { ward: true }, '由您代为保管', 'words'],
  ['a suspended one, also of a ward', { ward: true, status: 'suspended', statusLabel: '已中止' }, '已中止', 'chip'],
])('%s says how it stands, a status as a pill', (_what, changes, state, stateLook) => {
  expect(cardState(card(changes), TODAY)).toEqual({ state, stateLook });
});

it('tells since when another phone is the active one, where it was seen, and what to do', () => {
  expect(obstacleWords({ why: 'replaced', since: AT }).text).toMatch(/^此手机已于 09:41 停止出示。.*不是您本人操作，请改在此手机出示/);
  const unseen = obstacleWords({ why: 'replaced' }).text;
  expect(unseen).not.toMatch(/已于/);
  expect(unseen).toMatch(/清理过此手机的数据/);
});

it('runs the masked name, the day and the second over the face', () => {
  expect(watermarkWords('林晓岚', AT)).toBe('林** 2026-11-22 09:41:27');
});
