import { z } from './schema';

interface ErrorEntry {
  readonly status: number;
  /** What happened and what to do next, for the person on the screen. */
  readonly sentence: string;
}

const entry = (status: number, sentence: string): ErrorEntry => ({ status, sentence });

/**
 * The closed list of everything that can be refused. A code is stable; its sentence may be made better.
 * HTTP statuses follow RFC 9110; the answer is RFC 9457 problem+json.
 */
export const ERRORS = {
  'invalid-request': entry(400, '提交的内容有误，请按页面提示改正后再试。'),
  'body-too-large': entry(413, '文件过大，请选择 10 MB 以内的图片，或在手机上压缩后再上传。'),
  'not-logged-in': entry(401, '请先登录。'),
  'session-ended': entry(401, '登录已失效，请重新登录，已填写的内容仍在草稿中。'),
  'login-code-invalid': entry(400, '登录凭证已过期，请重新打开小程序。'),
  'wrong-password': entry(401, '用户名或密码不正确，请检查后再试。'),
  'account-locked': entry(423, '连续输错次数过多，已暂停从这里登录此账号，请 15 分钟后再试或联系管理员。'),
  'sms-code-invalid': entry(400, '验证码不正确或已过期，请重新获取。'),
  'sms-too-often': entry(429, '验证码发送太频繁，请 1 分钟后再试。'),
  'sms-daily-limit': entry(429, '此号码今天获取验证码的次数已用完，请明天再试，或在微信中打开粤证登录。'),
  'too-many-requests': entry(429, '操作太频繁，请稍等一会儿再试。'),
  'real-name-required': entry(403, '此事项需要先完成实名认证，请先认证。'),
  'real-name-mismatch': entry(422, '姓名与证件号码不一致，请核对证件后重新填写。'),
  'real-name-taken': entry(409, '此身份已由另一个账号认证，请用原来的微信或手机号登录，或到窗口解除。'),
  'face-check-failed': entry(422, '人脸核验未通过，请在光线充足处重试，或到就近可信受理点办理。'),
  'face-check-pending': entry(409, '还没有收到人脸核验结果，请完成核验后再继续。'),
  'citizen-id-invalid': entry(422, '身份证号码有误，请核对 18 位号码及最后一位校验码。'),
  'birthday-in-future': entry(422, '身份证号码中的出生日期晚于今天，请核对号码。'),
  'forbidden': entry(403, '您没有办理此项的权限，请联系管理员。'),
  'not-found': entry(404, '没有找到此内容，可能已被删除或不属于您，请返回列表查看。'),
  'service-unavailable-in-city': entry(404, '所选城市暂不支持此事项，请切换城市或选择其他事项。'),
  'city-mismatch': entry(422, '表单中的地址不在所选城市，请改为该城市的地址，或切换城市后重新办理。'),
  'not-eligible': entry(422, '目前还不符合办理条件，请查看资格校验结果中的原因和日期。'),
  'eligibility-stale': entry(409, '资格校验已过期，请重新校验，已填写的内容会保留。'),
  'field-invalid': entry(422, '有内容需要改正，请查看标红的项目。'),
  'field-hidden': entry(422, '提交了当前情形不需要的内容，请返回表单核对后重新提交。'),
  'material-missing': entry(422, '还有材料没有上传，请补齐后再提交。'),
  'definition-changed': entry(409, '办理要求已更新，已为您保留填写的内容，请核对后再提交。'),
  'version-conflict': entry(409, '内容已在别处更新，已为您载入最新内容，请核对后再提交。'),
  'already-submitted': entry(409, '这份申请已经提交过，请到“我的办件”查看进度。'),
  'case-open': entry(409, '您已有一件同类申请正在办理，请先查看进度。'),
  'idempotency-mismatch': entry(422, '同一次提交的内容前后不一致，请刷新页面后重新提交。'),
  'idempotency-key-missing': entry(400, '请求缺少防重标识，请更新到最新版本后再试。'),
  'claimed-by-other': entry(409, '此件已由其他审核人员认领，请选择另一件。'),
  'not-claimed': entry(409, '请先认领此件再作决定。'),
  'action-not-allowed': entry(409, '此件的状态已变化，不能再做此操作，请查看最新状态。'),
  'reason-required': entry(422, '请填写原因，让申请人知道下一步怎么做。'),
  'supplement-items-required': entry(422, '请至少选择一项需要补正的内容，并写明要求。'),
  'supplement-incomplete': entry(422, '还有补正事项没有完成，请全部补齐后再提交。'),
  'already-extended': entry(409, '办理期限已延长过，不能再次延长。'),
  'file-type-unsupported': entry(415, '只能上传 JPG、PNG 或 WebP 图片，请重新拍摄或选择。'),
  'file-unreadable': entry(422, '这个文件不是有效的图片，请重新拍摄或选择。'),
  'image-too-small': entry(422, '图片太小，看不清内容，请重新拍摄。'),
  'image-too-many-pixels': entry(413, '图片尺寸过大，请在手机上压缩后再上传。'),
  'permit-not-found': entry(404, '没有查到可以关联的居住证，请先申领，或到窗口核对登记信息。'),
  'permit-not-valid': entry(409, '居住证目前不在有效状态，请先办理签注或到窗口查询。'),
  'permit-already-linked': entry(409, '这本居住证已在您的证照中，请到“亮证”查看。'),
  'holder-key-invalid': entry(422, '手机密钥校验失败，请关闭页面后重新打开证照。'),
  'device-replaced': entry(409, '证照已在另一部手机上启用，此手机需重新启用后才能出示。'),
  'outside-system-down': entry(503, '相关系统暂时没有响应，请稍后再试，已填写的内容不会丢失。'),
  'internal': entry(500, '系统出了点问题，您的内容已保存，请稍后再试。'),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

export const ERROR_CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];

/** One field's own complaint: where (`values.reason`, `materials.lease`), its code, and a sentence with an example. */
export const FieldIssue = z.object({ path: z.string(), code: z.string(), message: z.string() });
export type FieldIssue = z.infer<typeof FieldIssue>;

/** RFC 9457 problem details, with the code, the fields at fault and, on a conflict, the present state. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(ERROR_CODES),
  detail: z.string(),
  fields: z.optional(z.array(FieldIssue)),
  /** On 409: the record as it stands now, in the shape that the route answers with. */
  current: z.optional(z.unknown()),
  requestId: z.optional(z.string()),
});
export type Problem = z.infer<typeof Problem>;

/** A refusal as a value: what domain code returns where it does not succeed. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly fields?: readonly FieldIssue[];
  readonly current?: unknown;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** What was asked for. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** A refusal by a code of the closed list, with fields or the current state where they help. */
export const refuse = (code: ErrorCode, more: Omit<Refusal, 'code'> = {}): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { code, ...more },
});
