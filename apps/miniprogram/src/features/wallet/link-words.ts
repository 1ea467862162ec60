import type { PermitCard, PermitFace } from '@yuezheng/shared-types';
import { statusWords } from '../live-pass/permit-words';

/** What is said over the permits that were found. */
export const foundText = (permits: readonly Pick<PermitCard, 'status'>[]): string =>
  permits.every(({ status }) => status === 'valid') ? '请核对后添加，添加后即可在手机上出示。' : '请核对后添加。已中止的居住证暂时不能出示。';

/** What is said once a permit is in the wallet: it can be shown, or what has to be done before. */
export function linkedWords(permit: PermitFace): { readonly tone: 'ok' | 'warning'; readonly title: string; readonly text: string } {
  if (permit.status === 'valid') return { tone: 'ok', title: '已添加到“亮证”', text: `${permit.holderName}的电子居住证可以出示了，没有网络也能用。` };
  const matter = permit.todo?.verb.replace(/^去/, '');
  return { tone: 'warning', title: matter === undefined ? '已添加，暂时不能出示' : `已添加，须先${matter}`, text: permit.todo?.text ?? statusWords(permit).text };
}
