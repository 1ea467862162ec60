import { longDate, shanghaiClock, shanghaiDay } from '@yuezheng/shared-types';
import type { Environment } from '../config/config';
import type { NoticeTemplate } from './notice';

/** A template's id and its values by keyword, as approved by WeChat. */
export interface TemplateMessage {
  readonly templateId: string;
  readonly values: Readonly<Record<string, string>>;
}

/** An SMS template's id and what stands for {1}, {2} … */
export interface TextMessage {
  readonly templateId: string;
  readonly parameters: readonly string[];
}

const clip = (text: string, most: number): string => {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
};

// 订阅消息参数值内容限制说明: thing at most 20 characters, phrase 5 Chinese ones, name 10.
// Where that is too few, the spaces that set numbers apart go first.
const thing = (text: string): string => clip(Array.from(text).length > 20 ? text.replace(/(?<=\p{Script=Han}) (?=\d)|(?<=\d) (?=\p{Script=Han})/gu, '') : text, 20);
const phrase = (text: string): string => Array.from(text).slice(0, 5).join('');
const personName = (text: string): string => Array.from(text).slice(0, 10).join('');
const day = (date: string): string => longDate(date).replaceAll(' ', '');
const moment = (now: number): string => `${day(shanghaiDay(now))} ${shanghaiClock(now)}`;

/** 服务号模板消息. A supplement is told as progress: there is no template of its own. */
export function officialMessage(template: NoticeTemplate, env: Environment, now: number): TemplateMessage {
  switch (template.id) {
    case 'endorsement-due':
    case 'permit-suspended':
      return {
        templateId: template.id === 'endorsement-due' ? env.WECHAT_TEMPLATE_ENDORSEMENT_DUE : env.WECHAT_TEMPLATE_PERMIT_SUSPENDED,
        values: { thing1: thing(template.permitTitle), thing2: thing(template.holderName), time3: day(template.on), thing4: thing(template.hint) },
      };
    case 'case-progress':
    case 'supplement':
      return {
        templateId: env.WECHAT_TEMPLATE_CASE_PROGRESS,
        values: {
          thing1: thing(template.serviceTitle), character_string2: template.number,
          phrase3: template.id === 'supplement' ? '需要补件' : phrase(template.phase), time4: moment(now),
        },
      };
  }
}

/** 小程序订阅消息. A permit that was suspended is told by the template of its end: WeChat allows three templates. */
export function subscribeMessage(template: NoticeTemplate, env: Environment, now: number): TemplateMessage {
  switch (template.id) {
    case 'endorsement-due':
    case 'permit-suspended':
      return {
        templateId: env.WECHAT_SUBSCRIBE_ENDORSEMENT_DUE,
        values: { thing1: thing(template.permitTitle), name2: personName(template.holderName), date3: day(template.on), thing4: thing(template.hint) },
      };
    case 'case-progress':
      return {
        templateId: env.WECHAT_SUBSCRIBE_CASE_PROGRESS,
        values: { thing1: thing(template.serviceTitle), character_string2: template.number, phrase3: phrase(template.phase), date4: moment(now), thing5: thing(template.hint) },
      };
    case 'supplement':
      return {
        templateId: env.WECHAT_SUBSCRIBE_SUPPLEMENT,
        values: { thing1: thing(template.serviceTitle), character_string2: template.number, thing3: thing(template.what), date4: day(template.dueOn) },
      };
  }
}

/** @param link opens the right page of the mini-program */
export function shortMessage(template: NoticeTemplate, env: Environment, link: string): TextMessage {
  switch (template.id) {
    case 'endorsement-due':
      return { templateId: env.SMS_TEMPLATE_ENDORSEMENT_DUE, parameters: [longDate(template.on), link] };
    case 'permit-suspended':
      return { templateId: env.SMS_TEMPLATE_PERMIT_SUSPENDED, parameters: [longDate(template.on), link] };
    case 'case-progress':
      return { templateId: env.SMS_TEMPLATE_CASE_PROGRESS, parameters: [template.serviceTitle, template.number, [template.phase, template.outcome].filter(Boolean).join('，'), link] };
    case 'supplement':
      return { templateId: env.SMS_TEMPLATE_CASE_PROGRESS, parameters: [template.serviceTitle, template.number, `需要补件，请于 ${longDate(template.dueOn)}前补正`, link] };
  }
}
