import { longDate, shanghaiClock, shanghaiDay } from '@yuezheng/shared-types';
import type { Notice } from '../../messages/notice';
import type { EarlierUse, Scan } from './scan-records';

type Double = Pick<Scan, 'verificationId' | 'desk' | 'at'> & { readonly holder: Pick<NonNullable<Scan['holder']>, 'permitId'> };

/** Who is told: the holder, or a guardian with the name of the ward. */
interface Recipient {
  readonly residentId: string;
  readonly wardName?: string;
}

/** What must be learnt when one code was accepted at two counters: at one of them it was not the holder who showed it. */
export function usedTwiceNotice({ verificationId, desk, at, holder: { permitId } }: Double, earlier: EarlierUse, { residentId, wardName }: Recipient): Notice {
  const shower = wardName ? '您家' : '您本人';
  return {
    residentId,
    dedupeKey: `live-pass-used-twice:${verificationId}`,
    kind: 'live-pass-used-twice',
    title: `${wardName ? `${wardName}：` : ''}同一个亮证码在两处使用过`,
    text: `${momentOf(earlier.at)}${earlier.place}、${momentOf(at)}${desk.place}，${wardName ? `${wardName}的` : ''}同一个亮证码两次通过核验。其中一次不是${shower}出示的，请查看查验记录，并告知去过的窗口。出示时请勿让他人拍摄屏幕。`,
    page: `packages/live-pass/verifications/index?permitId=${permitId}`,
    verb: '查看查验记录',
  };
}

const momentOf = (at: Date): string => `${longDate(shanghaiDay(at.getTime()))} ${shanghaiClock(at.getTime())} `;
