import { randomBytes } from 'node:crypto';
import type { AccessToken } from '../state/state';
import { own } from '../state/own';
import type { StateStore } from '../state/store';
import { keepNewest } from '../state/trim';
import type { SandboxClock } from '../time/clock';
import { WECHAT_APPS } from './credentials';
import type { WechatApp } from './credentials';
import type { WechatError } from './errors';
import { wechatError } from './errors';

const LIFETIME_MS = 7_200_000;
/** How long an old token still works after a new one was issued, and how early a stable one is renewed. */
const OVERLAP_MS = 300_000;
const FORCED_REFRESH_INTERVAL_MS = 30_000;
const KEPT_TOKENS = 500;

/** What the token endpoints answer. */
export interface IssuedToken {
  access_token: string;
  /** Seconds. */
  expires_in: number;
}

/** Access tokens of WeChat: those of /cgi-bin/token and of /cgi-bin/stable_token live apart. */
export class AccessTokens {
  constructor(
    private readonly store: StateStore,
    private readonly clock: SandboxClock,
  ) {}

  /** A new token each time; the one before works for another five minutes. */
  issuePlain({ appid }: WechatApp): IssuedToken {
    this.endOlder(appid, 'plain', OVERLAP_MS);
    return this.issue(appid, 'plain');
  }

  /**
   * The same token until five minutes before it expires.
   *
   * @param force ends the old token at once; ignored within thirty seconds of the last issue
   */
  issueStable({ appid }: WechatApp, force: boolean): IssuedToken {
    const now = this.clock.now();
    const [token, current] = this.latest(appid, 'stable') ?? [];
    const fresh = current !== undefined && current.issuedAt <= now && now < current.expiresAt - OVERLAP_MS;
    const mayForce = current === undefined || now - current.issuedAt >= FORCED_REFRESH_INTERVAL_MS;
    if (token !== undefined && fresh && !(force && mayForce)) {
      return { access_token: token, expires_in: Math.floor((current.expiresAt - now) / 1_000) };
    }
    this.endOlder(appid, 'stable', force ? 0 : OVERLAP_MS);
    return this.issue(appid, 'stable');
  }

  /** The app that a token stands for, or why it does not count: 41001, 40001 or 42001. */
  appOf(token: string): WechatApp | WechatError {
    if (token === '') return wechatError(41001);
    const known = own(this.store.state.tokens, token);
    const app = WECHAT_APPS.find(({ appid }) => appid === known?.appid);
    const now = this.clock.now();
    if (known === undefined || app === undefined || now >= (known.endsAt ?? Infinity))
      return wechatError(40001);
    return now >= known.expiresAt ? wechatError(42001) : app;
  }

  private issue(appid: string, kind: AccessToken['kind']): IssuedToken {
    const token = `sandbox_${randomBytes(60).toString('base64url')}`;
    const issuedAt = this.clock.now();
    this.store.state.tokens[token] = { appid, kind, issuedAt, expiresAt: issuedAt + LIFETIME_MS };
    keepNewest(this.store.state.tokens, KEPT_TOKENS);
    this.store.changed();
    return { access_token: token, expires_in: LIFETIME_MS / 1_000 };
  }

  private endOlder(appid: string, kind: AccessToken['kind'], afterMs: number): void {
    const endsAt = this.clock.now() + afterMs;
    for (const token of Object.values(this.store.state.tokens)) {
      if (token.appid === appid && token.kind === kind)
        token.endsAt = Math.min(token.endsAt ?? Infinity, endsAt);
    }
  }

  private latest(appid: string, kind: AccessToken['kind']): [string, AccessToken] | undefined {
    return Object.entries(this.store.state.tokens)
      .filter(([, token]) => token.appid === appid && token.kind === kind)
      .at(-1);
  }
}
