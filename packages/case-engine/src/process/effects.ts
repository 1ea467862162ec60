import { longDate, type LocalDate } from '@yuezheng/shared-types';

/**
 * What an approval brings about, as data. The server has one handler a type, and runs it once however often the
 * case is decided or a process dies. A new kind of effect is one line here and one handler there.
 */
export type EffectDescriptor =
  /** A new permit for the holder, valid from the day of approval until `validUntil`. Residence years count from `residenceSince`. */
  | {
      readonly type: 'issuePermit';
      readonly permitType: 'residence-permit';
      readonly city: string;
      readonly address: { readonly district: string; readonly detail: string };
      readonly issuedOn: LocalDate;
      readonly validUntil: LocalDate;
      readonly residenceSince: LocalDate;
      /** The uploaded portrait, or nothing where the one on record is used. */
      readonly photoFileId?: string;
    }
  /** One more year on a permit; `restored` when it had been suspended, and then residence years count on from `residenceSince`. */
  | {
      readonly type: 'endorsePermit';
      readonly permitId: string;
      readonly endorsedOn: LocalDate;
      readonly validUntil: LocalDate;
      readonly residenceSince: LocalDate;
      readonly restored: boolean;
    };

export type EffectType = EffectDescriptor['type'];

/** What an effect means for the holder, as a clause: `有效期至 2027 年 11 月 22 日`. */
export const effectClause = (effect: EffectDescriptor): string => {
  switch (effect.type) {
    case 'issuePermit':
      return `有效期至 ${longDate(effect.validUntil)}`;
    case 'endorsePermit':
      return `有效期至 ${longDate(effect.validUntil)}${effect.restored ? '，使用功能已恢复' : ''}`;
  }
};
