/** An app registered with the sandbox's WeChat. */
export interface WechatApp {
  appid: string;
  secret: string;
}

/** The mini-program 粤证. */
export const MINI_PROGRAM: WechatApp = {
  appid: 'wxsandbox0000000001',
  secret: 'sandbox-mini-program-secret-0001',
};

/** The official account 粤证服务, bound to the mini-program under one owner (so unionids agree). */
export const OFFICIAL_ACCOUNT: WechatApp = {
  appid: 'wxsandbox0000000002',
  secret: 'sandbox-official-account-secret2',
};

export const WECHAT_APPS: readonly WechatApp[] = [MINI_PROGRAM, OFFICIAL_ACCOUNT];
