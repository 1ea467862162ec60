import type { PermitFace } from '@yuezheng/shared-types';
import { foundText, linkedWords } from './link-words';

const face = (changes: Partial<PermitFace>): PermitFace => ({ holderName: '林晓岚', status: 'valid', validUntil: '2026-03-01', ...changes }) as PermitFace;

it('promises that a permit can be shown only where it can', () => {
  expect(foundText([{ status: 'valid' }])).toContain('即可在手机上出示');
  expect(foundText([{ status: 'valid' }, { status: 'suspended' }])).not.toContain('即可');
  expect(linkedWords(face({}))).toMatchObject({ tone: 'ok', text: expect.stringContaining('可以出示了') });
});

it('says what a suspended permit needs first', () => {
  const todo = { title: '居住证已中止使用', text: '补办签注后立即恢复。', serviceId: 's', verb: '去补办签注' };
  expect(linkedWords(face({ status: 'suspended', todo }))).toEqual({ tone: 'warning', title: '已添加，须先补办签注', text: todo.text });
  expect(linkedWords(face({ status: 'suspended' }))).toMatchObject({ title: '已添加，暂时不能出示', text: expect.stringContaining('不能出示') });
});
