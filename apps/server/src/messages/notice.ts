import type { LocalDate } from '@yuezheng/shared-types';

export type NoticeKind = 'case-update' | 'endorsement-due' | 'permit-suspended' | 'live-pass-moved' | 'live-pass-used-twice';

/** What a notice says through an approved template of WeChat or of the SMS provider, in our own words. */
export type NoticeTemplate =
  | { readonly id: 'endorsement-due' | 'permit-suspended'; readonly permitTitle: string; readonly holderName: string; readonly on: LocalDate; readonly hint: string }
  | {
      readonly id: 'case-progress';
      readonly serviceTitle: string;
      /** 办件编号, ASCII. */
      readonly number: string;
      /** At most five Chinese characters, such as 已办结. */
      readonly phase: string;
      readonly hint: string;
      /** What an approval brought: 有效期至 2027 年 11 月 22 日. */
      readonly outcome?: string;
    }
  | { readonly id: 'supplement'; readonly serviceTitle: string; readonly number: string; readonly what: string; readonly dueOn: LocalDate };

/** One message to one resident. */
export interface Notice {
  readonly residentId: string;
  /** Unique for the resident, such as `case:<id>:<transaction id>`: a second notice with the same key changes nothing. */
  readonly dedupeKey: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly text: string;
  /** Where it leads, such as `packages/apply/case/index?caseId=…`: no leading slash. */
  readonly page?: string;
  /** What the button says, such as 去签注. */
  readonly verb?: string;
  /** Sends it out by WeChat, or by SMS when WeChat refuses; absent: only in the app. */
  readonly template?: NoticeTemplate;
}
