/** A message template as approved by WeChat: its id, title and fields in order. */
export interface MessageTemplate {
  id: string;
  title: string;
  /** Keyword (its kind and number) → label on the card. */
  fields: Readonly<Record<string, string>>;
}

/** Templates of the mini-program, sent with /cgi-bin/message/subscribe/send. */
export const SUBSCRIBE_TEMPLATES = {
  endorsementDue: {
    id: 'SUBendorsementDue0000000000000000000000001a',
    title: '证件到期提醒',
    fields: { thing1: '证件名称', name2: '持证人', date3: '到期日期', thing4: '温馨提示' },
  },
  caseProgress: {
    id: 'SUBcaseProgress000000000000000000000000002b',
    title: '办理进度通知',
    fields: {
      thing1: '事项名称',
      character_string2: '办件编号',
      phrase3: '办理状态',
      date4: '更新时间',
      thing5: '温馨提示',
    },
  },
  supplementNeeded: {
    id: 'SUBsupplementNeeded00000000000000000000003c',
    title: '材料补正通知',
    fields: { thing1: '事项名称', character_string2: '办件编号', thing3: '补正内容', date4: '补正期限' },
  },
} as const satisfies Record<string, MessageTemplate>;

/** Templates of the official account, sent with /cgi-bin/message/template/send. */
export const OFFICIAL_TEMPLATES = {
  endorsementDue: {
    id: 'TPLendorsementDue0000000000000000000000001a',
    title: '居住证签注到期提醒',
    fields: { thing1: '证件名称', thing2: '持证人', time3: '到期时间', thing4: '办理提示' },
  },
  permitSuspended: {
    id: 'TPLpermitSuspended000000000000000000000002b',
    title: '居住证使用功能中止通知',
    fields: { thing1: '证件名称', thing2: '持证人', time3: '中止时间', thing4: '办理提示' },
  },
  caseProgress: {
    id: 'TPLcaseProgress000000000000000000000000003c',
    title: '业务办理进度通知',
    fields: { thing1: '事项名称', character_string2: '办件编号', phrase3: '办理状态', time4: '更新时间' },
  },
} as const satisfies Record<string, MessageTemplate>;

const withId = (
  templates: Readonly<Record<string, MessageTemplate>>,
  id: string,
): MessageTemplate | undefined => Object.values(templates).find((template) => template.id === id);

export const subscribeTemplateWithId = (id: string): MessageTemplate | undefined =>
  withId(SUBSCRIBE_TEMPLATES, id);

export const officialTemplateWithId = (id: string): MessageTemplate | undefined =>
  withId(OFFICIAL_TEMPLATES, id);
