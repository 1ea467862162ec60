/** Where the API answers; written in by the build (`/api` in the browser). */
declare const YZ_API_BASE: string;

declare module '*.scss';

declare namespace NodeJS {
  interface ProcessEnv {
    /** Replaced by the build. */
    readonly TARO_ENV?: 'weapp' | 'h5';
  }
}
