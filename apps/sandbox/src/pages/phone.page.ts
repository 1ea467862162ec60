import type { Sandbox } from '../context';
import type { Person } from '../population/person';
import { archetypeLabel, describePerson } from '../population/describe';
import { SUBSCRIBE_TEMPLATES } from '../wechat/templates';
import type { Wechat } from '../wechat/wechat';
import { feedOf, openAddress } from './feed';
import type { Html } from './html';
import { html } from './html';
import { document } from './layout';

const DOCUMENT_NAMES: Readonly<Record<Person['documentType'], string>> = {
  'identity-card': '居民身份证',
  'hk-macao-travel-permit': '港澳居民来往内地通行证',
  'taiwan-travel-permit': '台湾居民来往大陆通行证',
};

const ANSWER_TAGS = {
  accept: html`<span class="tag ok">已接受</span>`,
  reject: html`<span class="tag bad">已拒收</span>`,
  'never-asked': html`<span class="tag">未询问</span>`,
} as const;

const action = (person: Person, name: string, body: object, text: string): Html =>
  html`<button data-post="../phone/${person.personId}/${name}" data-body="${JSON.stringify(body)}">
    ${text}
  </button>`;

const relatives = (person: Person, { population }: Sandbox): Html[] =>
  [...person.guardianIds, ...person.wardIds].flatMap((personId) => {
    const relative = population.withId(personId);
    const kind = person.guardianIds.includes(personId) ? '监护人' : '被监护人';
    return relative === undefined
      ? []
      : [
          html`<dt>${kind}</dt>
            <dd><a href="${personId}">${relative.name}</a></dd>`,
        ];
  });

const details = (person: Person, sandbox: Sandbox): Html =>
  html`<section class="card">
    <div class="row" style="align-items:flex-start">
      <img
        src="../portraits/${person.personId}.jpg"
        alt="${person.name}的照片"
        width="96"
        height="118"
        style="border-radius:12px"
      />
      <div class="grow">
        <h1>${person.name}</h1>
        <span class="tag">${archetypeLabel(person)}</span>
        <p style="margin:8px 0 0">${describePerson(person)}</p>
      </div>
    </div>
    <dl style="margin-top:16px">
      <dt>性别</dt>
      <dd>${person.sex === 'male' ? '男' : '女'}</dd>
      ${
        person.ethnicity !== undefined &&
        html`<dt>民族</dt>
          <dd>${person.ethnicity}</dd>`
      }
      <dt>出生日期</dt>
      <dd>${person.birthDate}</dd>
      <dt>证件</dt>
      <dd>${DOCUMENT_NAMES[person.documentType]}</dd>
      <dt>证件号码</dt>
      <dd>${person.idNumber}</dd>
      <dt>手机号</dt>
      <dd>${person.phone}</dd>
      ${
        person.household !== undefined &&
        html`<dt>户籍地</dt>
          <dd>${person.household.text}</dd>`
      }
      <dt>居住地址</dt>
      <dd>${person.address}</dd>
      ${relatives(person, sandbox)}
    </dl>
  </section>`;

const official = (person: Person, { followers }: Wechat): Html => {
  const follows = followers.includes(person);
  const tag = follows ? html`<span class="tag ok">已关注</span>` : html`<span class="tag bad">未关注</span>`;
  return html`<section class="card">
    <h2>公众号</h2>
    <div class="switch">
      <span class="grow">粤证服务 ${tag}</span>
      ${action(person, 'official-account', { follow: !follows }, follows ? '取消关注' : '关注公众号')}
    </div>
    <p class="small" style="margin:4px 0 0">未关注时，模板消息会被微信拒绝（43004）。</p>
    <p class="error"></p>
  </section>`;
};

const subscriptionRow = (person: Person, { subscriptions }: Wechat, id: string, title: string): Html => {
  const answer = subscriptions.answerOf(person, id) ?? 'never-asked';
  return html`<div class="switch">
    <span class="grow">${title} ${ANSWER_TAGS[answer]}</span>
    ${answer !== 'accept' && action(person, 'subscriptions', { templateIds: [id], accept: true }, '接受')}
    ${answer !== 'reject' && action(person, 'subscriptions', { templateIds: [id], accept: false }, '拒收')}
  </div>`;
};

const subscribed = (person: Person, wechat: Wechat): Html =>
  html`<section class="card">
    <h2>订阅消息</h2>
    ${Object.values(SUBSCRIBE_TEMPLATES).map(({ id, title }) => subscriptionRow(person, wechat, id, title))}
    <p class="small" style="margin:4px 0 0">没有接受时，订阅消息会被微信拒绝（43101）。</p>
    <p class="error"></p>
  </section>`;

/** `/phones/:personId`: one person's phone, with what the person may decide beside it. */
export const phonePage = (person: Person, sandbox: Sandbox, wechat: Wechat): string => {
  const content = html`<div class="desk">
    <section class="phone" aria-label="${person.name}的手机">
      <header>
        <span>${person.name}的手机</span><span data-offset="${sandbox.clock.offsetMs()}"></span>
      </header>
      <div class="go"><a class="button main" href="${openAddress(person, '')}" target="app">打开粤证</a></div>
      <div class="feed" data-feed="${person.personId}/feed" aria-live="polite">
        ${feedOf(person, sandbox, wechat)}
      </div>
    </section>
    <div>
      ${details(person, sandbox)}${official(person, wechat)}${subscribed(person, wechat)}
      <section class="card">
        <h2>清理</h2>
        ${action(person, 'clear', {}, '清空这部手机的消息')}
        <p class="error"></p>
      </section>
    </div>
  </div>`;
  return document({ title: `${person.name}的手机`, root: '../', content }, sandbox);
};
