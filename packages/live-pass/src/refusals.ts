import type { RefusalReason } from './verdict';

/** What the counter's page says about a refusal: what happened, and three things to do, in this order. */
export interface RefusalGuide {
  /** Follows "不能受理 · ". */
  readonly headline: string;
  readonly steps: readonly [string, string, string];
}

const MANUAL = '仍无法通过，转人工核验，本次记录已留存。';
const RESCAN = '请持证人打开“亮证”，等下一个码出现（5 秒内）后重新扫描。';
const NO_TRUST = '请勿受理，并核对本人与身份证件原件。';

const GUIDES: Readonly<Record<RefusalReason, RefusalGuide>> = {
  malformed: {
    headline: '这不是粤证的亮证码',
    steps: [
      '请确认持证人打开的是粤证小程序的“亮证”页面。',
      '擦净屏幕、调亮亮度，对准整个码重新扫描。',
      '使用扫码枪时，请切换到英文输入法，再扫一次。',
    ],
  },
  'unknown-issuer': {
    headline: '此码的签发机关无法确认',
    steps: [
      '请持证人连接网络，等几秒，手机会自动更新凭证，再扫新出的码。',
      '本窗口离线时，请连接网络，点击“更新公钥和状态”后再扫。',
      `仍提示同样原因，${NO_TRUST}`,
    ],
  },
  'wrong-algorithm': {
    headline: '此码的签名算法不受认可',
    steps: [
      '请刷新本页面，确认核验工作台已是最新版本。',
      '请持证人把粤证小程序更新到最新版本，再打开“亮证”重新扫描。',
      `仍提示同样原因，${NO_TRUST}`,
    ],
  },
  'bad-issuer-signature': {
    headline: '此码不是签发机关签发的',
    steps: [
      '此码内容可能被改动或伪造，请勿受理。',
      '请持证人当面从微信打开粤证小程序的“亮证”，重新扫描。',
      '仍提示同样原因，请核对身份证件原件，并报告值班负责人。',
    ],
  },
  'bad-holder-signature': {
    headline: '此码不是证件绑定的手机生成的',
    steps: [
      '此码可能是拼接或复制的，请勿受理。',
      '请持证人用本人登录的手机当面打开“亮证”，重新扫描。',
      '换过手机的，请先在新手机上重新登录粤证，再打开“亮证”。',
    ],
  },
  'credential-expired': {
    headline: '手机里的凭证已过期',
    steps: [
      '请持证人连接网络后重新打开“亮证”，凭证会自动更新。',
      '更新后等新码出现，重新扫描。',
      '无法更新的，请持证人在小程序查看证件是否有效、是否需要签注。',
    ],
  },
  'too-old': {
    headline: '此码已过时',
    steps: [
      RESCAN,
      '若再次出现，可能是截图或转发，请核对本人与证件照片。',
      '确为当面出示的，请持证人打开网络校准手机时间，并检查本机时间。',
    ],
  },
  'from-the-future': {
    headline: '此码的时间晚于当前时间',
    steps: [
      '请检查本机时间是否准确，不准确的请校准后重新扫描。',
      '请持证人打开网络，重新进入“亮证”校准时间，等新码出现后再扫描。',
      '若再次出现，可能是提前生成的码，请核对本人与证件照片。',
    ],
  },
  'wrong-counter': {
    headline: '此码是出示给另一窗口的',
    steps: [
      '请持证人返回“亮证”页面，显示普通亮证码后重新扫描。',
      '需要本窗口专用码的，请让持证人扫描本窗口当前的询问码并同意出示。',
      '若再次出现，可能是转发的码，请核对本人与证件照片。',
    ],
  },
  'status-stale': {
    headline: '无法确认证件当前状态',
    steps: [
      '请连接网络，点击“更新公钥和状态”后重新扫描。',
      '暂时没有网络的，请到可联网的窗口核验。',
      '都无法做到的，转人工核验，不以本次扫描结果为准。',
    ],
  },
  cancelled: {
    headline: '此证已注销',
    steps: [
      '请勿受理，并告知持证人此居住证已注销。',
      '持证人有异议的，请其在小程序“我的办件”查看注销记录。',
      '仍在本地居住的，引导持证人重新申领居住证。',
    ],
  },
  suspended: {
    headline: '此证使用功能已中止',
    steps: [
      '请勿受理，并告知持证人此证因逾期未签注等原因中止使用。',
      '请持证人在小程序点击“去签注”，补办签注后即可恢复使用。',
      '恢复后请持证人重新打开“亮证”，再次扫描。',
    ],
  },
  burned: {
    headline: '此码因截屏或录屏已作废',
    steps: [
      '请持证人停止截屏、录屏，回到“亮证”页面。',
      '等下一个码出现（5 秒内）后重新扫描。',
      '若持证人没有截屏，可能是转发的截图，请核对本人与证件照片。',
    ],
  },
  'already-used': {
    headline: '此码已使用过',
    steps: [RESCAN, '若再次出现，可能是截图或转发，请核对本人与证件照片。', MANUAL],
  },
};

/**
 * For a genuine code of a phone that is no longer the holder's active one. Its reason is `credential-expired`, because
 * taking the permit over on another phone ends the credential of this one; renewing it here cannot help.
 */
export const REPLACED_PHONE: RefusalGuide = {
  headline: '证照已改在另一部手机出示',
  steps: [
    '请持证人用现在启用的那部手机打开“亮证”出示。',
    '要在这部手机出示的，请持证人连接网络，点“改在此手机出示”，再扫新码。',
    '持证人不知情的，请核对身份证件原件，并提醒其在自己的手机上改回。',
  ],
};

/** Wording for the clerk; there is one for every reason of the closed list. */
export function refusalGuide(reason: RefusalReason): RefusalGuide {
  return GUIDES[reason];
}
