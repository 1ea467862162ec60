import { Controller } from '@nestjs/common';
import {
  finishRealName, getMe, loginWithSms, loginWithWechat, logout, ok, saveSubscriptions, sendSmsCode, startRealName,
  type Me, type Result, type RouteInput, type RouteOutput,
} from '@yuezheng/shared-types';
import type { ResidentCaller } from '../platform/auth/caller';
import { Endpoint, Input, Resident } from '../platform/http/endpoint';
import { Address } from './address';
import { HomeCity } from './home-city';
import { LogIn } from './log-in';
import { MeView } from './me';
import { RealName } from './real-name';
import { Sessions } from './sessions';
import { RESEND_AFTER_SECONDS, SmsCodes } from './sms-codes';
import { Subscriptions } from './subscriptions';

/** Residents' log-in, real name and settings. */
@Controller()
export class AccountsController {
  constructor(
    private readonly logIn: LogIn,
    private readonly smsCodes: SmsCodes,
    private readonly realName: RealName,
    private readonly homeCity: HomeCity,
    private readonly sessions: Sessions,
    private readonly subscriptions: Subscriptions,
    private readonly meView: MeView,
  ) {}

  @Endpoint(loginWithWechat)
  withWechat(@Input() { body }: RouteInput<typeof loginWithWechat>): Promise<Result<RouteOutput<typeof loginWithWechat>>> {
    return this.logIn.withWechat(body.code);
  }

  @Endpoint(sendSmsCode)
  async smsCode(@Input() { body }: RouteInput<typeof sendSmsCode>, @Address() ip: string): Promise<Result<RouteOutput<typeof sendSmsCode>>> {
    const sent = await this.smsCodes.send(body.phone, ip);
    return sent.ok ? ok({ retryAfterSeconds: RESEND_AFTER_SECONDS }) : sent;
  }

  @Endpoint(loginWithSms)
  withSms(@Input() { body }: RouteInput<typeof loginWithSms>): Promise<Result<RouteOutput<typeof loginWithSms>>> {
    return this.logIn.withSms(body.phone, body.smsCode);
  }

  @Endpoint(startRealName)
  start(@Input() { body }: RouteInput<typeof startRealName>, @Resident() caller: ResidentCaller): Promise<Result<RouteOutput<typeof startRealName>>> {
    return this.realName.start(caller, body);
  }

  @Endpoint(finishRealName)
  async finish(@Input() { params }: RouteInput<typeof finishRealName>, @Resident() caller: ResidentCaller): Promise<Result<RouteOutput<typeof finishRealName>>> {
    const finished = await this.realName.finish(caller, params.verificationId);
    if (!finished.ok) return finished;
    const [me, livesIn] = await Promise.all([this.meView.of(finished.value), this.homeCity.of(finished.value)]);
    return ok({ ...me, ...(livesIn && { livesIn }) });
  }

  @Endpoint(getMe)
  me(@Resident() caller: ResidentCaller): Promise<Me> {
    return this.meView.of(caller.residentId);
  }

  @Endpoint(logout)
  async logOut(@Resident() caller: ResidentCaller): Promise<{ done: true }> {
    await this.sessions.close(caller);
    return { done: true };
  }

  @Endpoint(saveSubscriptions)
  async subscribe(@Input() { body }: RouteInput<typeof saveSubscriptions>, @Resident() caller: ResidentCaller): Promise<{ done: true }> {
    await this.subscriptions.allow(caller.accountId, body.accepted);
    return { done: true };
  }
}
