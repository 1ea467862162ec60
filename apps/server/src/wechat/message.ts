/** One message by template: values by the template's own keywords, and the page of the mini-program that a tap opens. */
export interface WechatMessage {
  readonly openid: string;
  readonly templateId: string;
  readonly values: Readonly<Record<string, string>>;
  /** Such as `packages/apply/eligibility/index?serviceId=…`, without a leading slash. */
  readonly page: string;
}

/** Whether WeChat took the message, with its error code (such as 43004 not following, 43101 not subscribed) when it did not. */
export type Delivery = { readonly delivered: true } | { readonly delivered: false; readonly errcode: number };

export const templateData = (values: WechatMessage['values']): Record<string, { readonly value: string }> =>
  Object.fromEntries(Object.entries(values).map(([keyword, value]) => [keyword, { value }]));
