declare module 'wechat-api' {
  namespace WechatApi {
    interface Token {
      readonly accessToken: string;
      /** Milliseconds since 1970 by the machine's clock. */
      readonly expireTime: number;
    }
    /** Errors that WeChat answered carry its `errcode` as `code`. */
    type Callback<T> = (error: (Error & { readonly code?: unknown }) | null, value?: T) => void;
    interface Destination {
      readonly miniprogram: { readonly appid: string; readonly pagepath: string };
    }
  }

  class WechatApi {
    constructor(
      appid: string,
      secret: string,
      getToken: (callback: WechatApi.Callback<WechatApi.Token>) => void,
      saveToken: (token: WechatApi.Token, callback: WechatApi.Callback<undefined>) => void,
    );
    endpoint: string;
    setOpts(options: { readonly timeout: number }): void;
    sendTemplate(
      openid: string,
      templateId: string,
      destination: WechatApi.Destination,
      data: Readonly<Record<string, { readonly value: string }>>,
      callback: WechatApi.Callback<unknown>,
    ): void;
  }
  export = WechatApi;
}
