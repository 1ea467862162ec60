/** The account at the SMS provider. */
export const SMS_ACCOUNT = {
  secretId: 'AKIDsandbox00000000000000000000000001',
  secretKey: 'sandboxSmsSecretKey0000000000001',
  sdkAppId: '1400006666',
  signName: '粤证',
} as const;

/** An approved text; {1}, {2} … stand for the parameters. */
export interface SmsTemplate {
  id: string;
  text: string;
}

/** Approved texts. A web address that ends in `#/<page>` opens that page of the mini-program. */
export const SMS_TEMPLATES = {
  verificationCode: { id: '2100001', text: '{1} 是您的验证码，{2} 分钟内有效。请勿告诉他人。' },
  endorsementDue: {
    id: '2100002',
    text: '您的广东省居住证将于 {1} 到期，请及时签注，逾期将中止使用。办理：{2}',
  },
  permitSuspended: {
    id: '2100003',
    text: '您的广东省居住证因逾期未签注，已于 {1} 中止使用，补办签注后恢复。办理：{2}',
  },
  caseProgress: { id: '2100004', text: '您申请的“{1}”（办件编号 {2}）：{3}。详情：{4}' },
} as const satisfies Record<string, SmsTemplate>;

export const smsTemplateWithId = (id: string): SmsTemplate | undefined =>
  Object.values(SMS_TEMPLATES).find((template) => template.id === id);
