import type { Sandbox } from '../context';
import type { Person } from '../population/person';
import type { PhoneMessage } from '../state/state';
import type { Wechat } from '../wechat/wechat';
import type { Html } from './html';
import { html } from './html';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** `2026-11-22 09:41` in Asia/Shanghai. */
const stamp = (at: number): string =>
  new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');

/** Where a tap leads, from the phone's page: the sandbox hands out a log-in code and sends the browser on. */
export const openAddress = ({ personId }: Person, page: string): string =>
  `${personId}/open${page === '' ? '' : `?page=${encodeURIComponent(page)}`}`;

/** Web addresses of SMS that open a page of the mini-program: whatever the host, the part after `#/` counts. */
const APP_ADDRESS = /https?:\/\/[^\s#]+#\/([\w/?=&%.~+-]+)/;

const smsText = (person: Person, text: string): Html => {
  const match = APP_ADDRESS.exec(text);
  if (match === null) return html`${text}`;
  const [address, page = ''] = match;
  const after = text.slice(match.index + address.length);
  return html`${text.slice(0, match.index)}<a href="${openAddress(person, page)}" target="app">${address}</a
    >${after}`;
};

const smsCard = (person: Person, { title, text = '' }: PhoneMessage): Html => {
  const code = /】(\d{4,8}) 是您的验证码/.exec(text)?.[1];
  return html`<div class="bubble">
    <span class="small">短信 · ${title}</span><br />${smsText(person, text)}
    ${code !== undefined && html`<div class="code"><span>${code}</span><button data-copy="${code}">复制验证码</button></div>`}
  </div>`;
};

const wechatCard = (person: Person, { title, channel, fields = [], page }: PhoneMessage): Html => {
  const inside = html`<div class="from">
      <i></i>${channel === 'template' ? '公众号 · 粤证服务' : '服务通知 · 粤证'}
    </div>
    <h3>${title}</h3>
    <dl>
      ${fields.map(
        ({ label, value }) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    ${page !== undefined && html`<div class="open">进入小程序查看<span>›</span></div>`}`;
  return page === undefined
    ? html`<div class="wx">${inside}</div>`
    : html`<a class="wx" href="${openAddress(person, page)}" target="app">${inside}</a>`;
};

const messageCard = (person: Person, message: PhoneMessage): Html =>
  html`<div>
    <p class="stamp">${stamp(message.at)}</p>
    ${message.channel === 'sms' ? smsCard(person, message) : wechatCard(person, message)}
  </div>`;

const faceButton = (verifyId: string, result: string, text: string, look: string): Html =>
  html`<button
    class="${look}"
    data-post="../phone/face/${verifyId}"
    data-body="${JSON.stringify({ result })}"
  >
    ${text}
  </button>`;

const faceCard = (verifyId: string, name: string): Html =>
  html`<div class="wx">
    <div class="from"><i></i>微信人脸核身</div>
    <h3>请面对摄像头，朗读屏幕上的数字</h3>
    <dl>
      <dt>核验身份</dt>
      <dd>${name}</dd>
    </dl>
    <div class="buttons" style="padding:0 14px 14px">
      ${faceButton(verifyId, 'pass', '是本人', 'main')}
      ${faceButton(verifyId, 'fail', '不是本人', '')}${faceButton(verifyId, 'cancel', '取消核身', '')}
    </div>
  </div>`;

/** What stands on the phone's screen: checks that wait for the person, then messages, newest first. */
export const feedOf = (person: Person, { inbox, population }: Sandbox, { faces }: Wechat): Html => {
  const waiting = faces.waitingOn(population.wechat.userOf(person).openid);
  const messages = inbox.of(person);
  if (waiting.length + messages.length === 0) {
    return html`<div class="empty">还没有消息。<br />验证码、进度通知和签注提醒会出现在这里。</div>`;
  }
  return html`${waiting.map(({ verifyId, session }) => faceCard(verifyId, session.certName))}
  ${messages.map((message) => messageCard(person, message))}`;
};
