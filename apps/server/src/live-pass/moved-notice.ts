import { longDate, shanghaiClock, shanghaiDay } from '@yuezheng/shared-types';
import type { Notice } from '../messages/notice';

/** A permit that one phone took over from another. */
export interface Move {
  readonly residentId: string;
  readonly permitId: string;
  readonly credentialId: string;
  /** Epoch ms. */
  readonly at: number;
}

/** What whoever holds the old phone must learn, in case it was not they who moved the permit. */
export const movedNotice = ({ residentId, permitId, credentialId, at }: Move): Notice => ({
  residentId,
  dedupeKey: `live-pass-moved:${credentialId}`,
  kind: 'live-pass-moved',
  title: '电子居住证已改在新的手机出示',
  text: `您的电子居住证已于 ${longDate(shanghaiDay(at))} ${shanghaiClock(at)} 改在新的手机出示，原手机上的码不能再使用。如果不是您本人操作，请立即在自己的手机上打开电子居住证，点“改在此手机出示”，并且不要把短信验证码告诉任何人。`,
  page: `packages/live-pass/permit/index?permitId=${permitId}`,
  verb: '查看电子居住证',
});
