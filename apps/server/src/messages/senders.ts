import { Injectable } from '@nestjs/common';
import type { Result } from '@yuezheng/shared-types';
import { Residents, type Contacts } from '../accounts/residents';
import { Subscriptions } from '../accounts/subscriptions';
import { Config } from '../config/config';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { SmsClient } from '../sms/sms.client';
import type { Delivery } from '../wechat/message';
import { SubscribeMessageClient } from '../wechat/subscribe-message.client';
import { TemplateMessageClient } from '../wechat/template-message.client';
import type { Channel, Outcome } from './delivery';
import { Followers } from './followers';
import type { NoticeTemplate } from './notice';
import { officialMessage, shortMessage, subscribeMessage } from './wording';

const HOME = 'pages/home/index';

/** One message to one person, ready to leave. */
export interface Outgoing {
  readonly holderId: string;
  readonly template: NoticeTemplate;
  readonly page: string | undefined;
}

const refused = (code: string): Outcome => ({ kind: 'refused', code });

const wechatOutcome = (sent: Result<Delivery>): Outcome => {
  if (!sent.ok) return { kind: 'unanswered' };
  return sent.value.delivered ? { kind: 'delivered' } : refused(String(sent.value.errcode));
};

/** Sends a message by one channel. */
@Injectable()
export class Senders {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly residents: Residents,
    private readonly subscriptions: Subscriptions,
    private readonly followers: Followers,
    private readonly templates: TemplateMessageClient,
    private readonly subscribes: SubscribeMessageClient,
    private readonly sms: SmsClient,
  ) {}

  async send(channel: Channel, outgoing: Outgoing): Promise<Outcome> {
    const contacts = await this.residents.contactsOf(outgoing.holderId);
    switch (channel) {
      case 'template':
        return this.byTemplate(outgoing, contacts);
      case 'subscribe':
        return this.bySubscription(outgoing, contacts);
      case 'sms':
        return this.bySms(outgoing, contacts);
    }
  }

  private async byTemplate({ template, page }: Outgoing, { unionid }: Contacts): Promise<Outcome> {
    if (!unionid) return refused('no-wechat');
    const openid = await this.followers.openidOf(unionid);
    if (!openid.ok) return { kind: 'unanswered' };
    if (!openid.value) return refused('not-following');
    return wechatOutcome(await this.templates.send({ openid: openid.value, page: page ?? HOME, ...officialMessage(template, this.config.env, this.clock.now()) }));
  }

  private async bySubscription({ template, page }: Outgoing, { accountId, openid }: Contacts): Promise<Outcome> {
    if (!openid || !accountId) return refused('no-wechat');
    const message = subscribeMessage(template, this.config.env, this.clock.now());
    // WeChat knows best what the person allowed; our count only follows it.
    const outcome = wechatOutcome(await this.subscribes.send({ openid, page: page ?? HOME, ...message }));
    if (outcome.kind === 'delivered') await this.database.inTransaction((tx) => this.subscriptions.take(tx, accountId, message.templateId));
    return outcome;
  }

  private async bySms({ template, page }: Outgoing, { phone }: Contacts): Promise<Outcome> {
    if (!phone) return refused('no-phone');
    const link = `${this.config.env.PUBLIC_URL}/#/${page ?? HOME}`;
    const sent = await this.sms.send({ phone, ...shortMessage(template, this.config.env, link) });
    if (!sent.ok) return { kind: 'unanswered' };
    return sent.value.delivered ? { kind: 'delivered' } : refused(sent.value.code);
  }
}
