import type { Sandbox } from '../context';
import type { SwitchSetting } from '../state/state';
import { SYSTEMS } from '../switches/systems';
import type { OutsideSystem } from '../switches/systems';
import type { Html } from './html';
import { html } from './html';
import { document } from './layout';

const MODES: Readonly<Record<SwitchSetting['mode'], string>> = {
  normal: '正常回答',
  'http-error': 'HTTP 500',
  'business-error': '回答“系统繁忙”',
  silent: '不回答',
};
const MODE_NAMES = Object.keys(MODES) as SwitchSetting['mode'][];

const systemCard = ({ system, mode, delayMs }: SwitchSetting & { system: OutsideSystem }): Html => {
  const { label } = SYSTEMS[system];
  const disturbed = mode !== 'normal' || delayMs > 0;
  return html`<section class="system ${disturbed && 'off'}" data-system="${system}">
    <div class="row" style="margin:0"><b class="grow">${label}</b><span class="small">${system}</span></div>
    <div class="row">
      <select aria-label="${label}的回答方式">
        ${MODE_NAMES.map(
          (name) => html`<option value="${name}" ${name === mode && html`selected`}>${MODES[name]}</option>`,
        )}
      </select>
      <input
        type="number"
        min="0"
        max="120000"
        step="100"
        value="${delayMs}"
        aria-label="${label}的延迟，毫秒"
      /><span class="small">毫秒</span>
    </div>
    <p class="error"></p>
  </section>`;
};

/** `/switches`: how each outside system behaves. */
export const switchesPage = (sandbox: Sandbox): string => {
  const content = html`<h1>外部系统</h1>
    <p class="lead">让某个系统变慢、出错或不回答，看看粤证怎么应对。改动立即生效。</p>
    <div class="card row">
      <span class="grow">试完记得恢复，否则其他人也会受影响。</span>
      <button data-post="switches" data-body="${JSON.stringify({ system: 'all' })}">全部恢复正常</button>
      <p class="error"></p>
    </div>
    <div class="systems">${sandbox.switches.all().map(systemCard)}</div>`;
  return document({ title: '外部系统', here: 'switches', root: '', content }, sandbox);
};
