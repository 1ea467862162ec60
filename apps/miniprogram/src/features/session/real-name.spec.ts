import { ERRORS } from '@yuezheng/shared-types';
import { claimIssues, documentOf, issuesOf, numberIssue, tidyNumber } from './real-name';

const TODAY = '2026-11-22';
const claim = { documentType: 'citizen-id', name: '林晓岚', idNumber: '430422199608155221', phone: '' } as const;

it('lets a good claim pass', () => expect(claimIssues(claim, TODAY)).toEqual({}));

it.each(['430422199608155222', '43042219960815522', '', '440106202702300012'])('says what is wrong with the number %s', (idNumber) => {
  expect(numberIssue({ ...claim, idNumber }, TODAY)).toBe(ERRORS['citizen-id-invalid'].sentence);
});

it('says that a birthday is still to come', () => {
  expect(numberIssue({ ...claim, idNumber: '430422199608155221' }, '1990-01-01')).toBe(ERRORS['birthday-in-future'].sentence);
});

it.each([
  ['hk-macao-permit', 'H12345678', true],
  ['hk-macao-permit', 'M1234567890', true],
  ['hk-macao-permit', '12345678', false],
  ['taiwan-permit', '12345678', true],
  ['taiwan-permit', 'H12345678', false],
] as const)('knows the numbers of a %s: %s', (documentType, idNumber, isGood) => {
  expect(numberIssue({ documentType, idNumber }, TODAY) === undefined).toBe(isGood);
});

it('wants a name, and a whole phone number or none', () => {
  expect(Object.keys(claimIssues({ ...claim, name: '  ', phone: '138' }, TODAY))).toEqual(['name', 'phone']);
});

it('takes a number as it is typed', () => expect(tidyNumber(' 4304 2219960815522x ')).toBe('43042219960815522X'));

it('puts the complaints of the server under their fields', () => {
  expect(issuesOf([{ path: 'documentType', code: 'custom', message: '请在微信中认证。' }, { path: 'body', code: 'x', message: '…' }])).toEqual({ documentType: '请在微信中认证。' });
});

it('promises each document only what it opens', () => {
  expect(documentOf('citizen-id').opens).toMatch(/身份已核实.*能不能申领，查一查就知道/);
  for (const type of ['hk-macao-permit', 'taiwan-permit'] as const) expect(documentOf(type).opens).toMatch(/不在电子居住证的申领范围.*窗口申领/);
});
