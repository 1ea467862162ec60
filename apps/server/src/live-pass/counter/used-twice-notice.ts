import { longDate, shanghaiClock, shanghaiDay } from '@yuezheng/shared-types';
import type { Notice } from '../../messages/notice';
import type { EarlierUse, Scan } from './scan-records';

type Double = Pick<Scan, 'verificationId' | 'desk' | 'at'> & { readonly holder: NonNullable<Scan['holder']> };

/**
 * What the holder must learn when one code was accepted at two counters: at one of them it was not they who showed it.
 * @param residentId the holder, or a guardian
 */
export const usedTwiceNotice = ({ verificationId, desk, at, holder: { permitId } }: Double, earlier: EarlierUse, residentId: string): Notice => ({
  residentId,
  dedupeKey: `live-pass-used-twice:${verificationId}`,
  kind: 'live-pass-used-twice',
  title: '同一个亮证码在两处使用过',
  text: `${momentOf(earlier.at)}${earlier.place}、${momentOf(at)}${desk.place}，同一个亮证码两次通过核验。其中一次不是您出示的，请查看查验记录，并告知您去过的窗口。出示时请勿让他人拍摄屏幕。`,
  page: `packages/live-pass/verifications/index?permitId=${permitId}`,
  verb: '查看查验记录',
});

const momentOf = (at: Date): string => `${longDate(shanghaiDay(at.getTime()))} ${shanghaiClock(at.getTime())} `;
