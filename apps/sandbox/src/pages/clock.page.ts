import type { Sandbox } from '../context';
import { addDays } from '../time/local-date';
import type { ClockMove } from '../time/move';
import type { Html } from './html';
import { html } from './html';
import { document } from './layout';

const MOVES: readonly (readonly [text: string, move: ClockMove])[] = [
  ['快进 1 小时', { advance: { hours: 1 } }],
  ['快进 1 天', { advance: { days: 1 } }],
  ['快进 7 天', { advance: { days: 7 } }],
  ['快进 1 个月', { advance: { months: 1 } }],
  ['快进 6 个月', { advance: { months: 6 } }],
  ['快进 11 个月', { advance: { months: 11 } }],
  ['快进 1 年', { advance: { months: 12 } }],
];

const moveButton = (text: string, move: ClockMove): Html =>
  html`<button data-post="clock" data-body="${JSON.stringify(move)}">${text}</button>`;

/** `/clock`: the sandbox's time, which the whole product follows. */
export const clockPage = (sandbox: Sandbox): string => {
  const { clock, store } = sandbox;
  const content = html`<h1>时钟</h1>
    <p class="lead">粤证和外部世界都按这个时钟走。快进到签注到期前，就能看到提醒。</p>
    <section class="card">
      <div class="clock-face" data-offset="${clock.offsetMs()}"></div>
      <p class="small">
        ${clock.offsetMs() === 0 ? '与真实时间一致' : '已经调整过，与真实时间不同'} · 北京时间
      </p>
      <div class="buttons">${MOVES.map(([text, move]) => moveButton(text, move))}</div>
      <form class="row" data-clock style="margin-top:16px">
        <input type="date" name="to" required value="${addDays(clock.today(), 1)}" aria-label="日期" />
        <button class="main">拨到这一天上午 9 点</button>
      </form>
      <div style="margin-top:16px">${moveButton('恢复真实时间', { reset: true })}</div>
      <p class="error"></p>
    </section>
    <p class="small">
      居民的登记、社保和证件日期从 ${store.state.referenceDay} 起算，时钟快进后社保会逐月延续。
    </p>`;
  return document({ title: '时钟', here: 'clock', root: '', content }, sandbox);
};
