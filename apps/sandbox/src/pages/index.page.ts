import type { Sandbox } from '../context';
import { ARCHETYPES, ARCHETYPE_NAMES } from '../population/archetypes';
import type { Archetype } from '../population/archetypes';
import type { PopulationQuery } from '../population/population';
import { summarise } from '../population/summary';
import type { PersonSummary } from '../population/summary';
import type { Html } from './html';
import { html } from './html';
import { document } from './layout';

const SHOWN = 60;

const TONES: Partial<Record<Archetype, string>> = {
  exempt: 'ok',
  'permit-valid': 'ok',
  'too-early': 'warn',
  'permit-due-soon': 'warn',
  'permit-overdue': 'bad',
  'suspended-permit': 'bad',
  'wrong-information': 'bad',
};

/** A tag that says something else than the situation has no colour of the situation. */
const toneOf = ({ archetype, archetypeLabel }: PersonSummary): string =>
  archetypeLabel === ARCHETYPES[archetype].label ? (TONES[archetype] ?? '') : '';

const personCard = (person: PersonSummary): Html =>
  html`<a class="person" href="${person.phoneUrl}">
    <img src="${person.portraitUrl}" alt="" loading="lazy" width="64" height="79" />
    <div class="grow">
      <div class="row">
        <b>${person.name}</b><span class="tag ${toneOf(person)}">${person.archetypeLabel}</span>
      </div>
      <p class="small">
        ${person.city} ${person.district} · ${person.birthDate.slice(0, 4)} 年生 ·
        ${person.sex === 'male' ? '男' : '女'}
      </p>
      <p>${person.description}</p>
    </div></a
  >`;

const filters = ({ population }: Sandbox, { text, city, archetype }: PopulationQuery): Html =>
  html` <form class="card filters" method="get" action=".">
    <input
      name="text"
      value="${text ?? ''}"
      placeholder="姓名、证件号码或手机号"
      aria-label="姓名、证件号码或手机号"
    />
    <select name="city" aria-label="城市">
      <option value="">全部城市</option>
      ${population.divisions.cities.map(
        ({ code, name }) => html`<option value="${code}" ${code === city && html`selected`}>${name}</option>`,
      )}
    </select>
    <select name="archetype" aria-label="情形">
      <option value="">全部情形</option>
      ${ARCHETYPE_NAMES.map(
        (name) =>
          html`<option value="${name}" ${name === archetype && html`selected`}>
            ${ARCHETYPES[name].label}
          </option>`,
      )}
    </select>
    <button class="main">查找居民</button>
  </form>`;

/** `/`: the test residents, the featured ones first. */
export const indexPage = (sandbox: Sandbox, query: PopulationQuery): string => {
  const { population } = sandbox;
  const asked = [query.text, query.city, query.archetype].some((wish) => wish !== undefined);
  const found = asked ? population.find(query) : population.featured();
  const heading = asked ? `找到 ${found.length} 位居民` : '推荐从这些居民开始';
  const more = found.length - SHOWN;
  const content = html`<h1>测试居民</h1>
    <p class="lead">
      这里扮演外部世界：微信、短信、人脸核身和政务数据。${population.people.length}
      位居民全部虚构，点选一位即可打开其手机。
    </p>
    ${filters(sandbox, query)}
    <h2>${heading}</h2>
    ${found.length === 0 && html`<div class="card empty">没有符合条件的居民，请换个姓名、城市或情形再找。</div>`}
    <div class="people">${found.slice(0, SHOWN).map((person) => personCard(summarise(person)))}</div>
    ${more > 0 && html`<p class="small">还有 ${more} 位没有列出，请缩小范围。</p>`}`;
  return document({ title: '测试居民', here: 'people', root: '', content }, sandbox);
};
