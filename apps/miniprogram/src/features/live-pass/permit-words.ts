import { maskName } from '@yuezheng/live-pass';
import { daysBetween, shanghaiClock, shanghaiDay, type PermitCard, type PermitFace } from '@yuezheng/shared-types';
import type { Obstacle } from './live-state';

/** `09:41:27`, in Asia/Shanghai. */
export const clockWithSeconds = (epochMs: number): string => `${shanghaiClock(epochMs)}:${String(Math.floor(epochMs / 1000) % 60).padStart(2, '0')}`;

/** What runs over the face of a permit that is shown: 林** 2026-11-22 09:41:27. */
export const watermarkWords = (name: string, now: number): string => `${maskName(name)} ${shanghaiDay(now)} ${clockWithSeconds(now)}`;

/** Until when codes can be shown without a network: `今天 18:30` or `明天 9:05`. */
export function untilWords(until: number, now: number): string {
  const days = daysBetween(shanghaiDay(now), shanghaiDay(until));
  const day = days === 0 ? '今天' : days === 1 ? '明天' : shanghaiDay(until).slice(5);
  return `${day} ${shanghaiClock(until)}`;
}

const SOON_DAYS = 30;

interface CardState {
  readonly state: string;
  /** A status is a pill wherever it stands; a remark is plain words. */
  readonly stateLook: 'chip' | 'words';
}

/** What stands at the top right of a card in the wallet. */
export function cardState({ status, statusLabel, validUntil, ward }: PermitCard, today: string): CardState {
  const label: CardState = { state: statusLabel, stateLook: 'chip' };
  if (status !== 'valid') return label;
  if (ward) return { state: '由您代为保管', stateLook: 'words' };
  const days = daysBetween(today, validUntil);
  if (days < 0 || days > SOON_DAYS) return label;
  return { state: days === 0 ? '今天到期' : `还有 ${days} 天到期`, stateLook: 'words' };
}

/** Why a permit that is not valid cannot be shown. */
export const statusWords = ({ status, validUntil }: Pick<PermitFace, 'status' | 'validUntil'>): { readonly title: string; readonly text: string } =>
  status === 'suspended'
    ? { title: '使用功能已中止', text: `这本居住证 ${validUntil} 到期后没有签注，暂时不能出示。补办签注后立即恢复。` }
    : { title: '居住证已注销', text: '已注销的居住证不能出示。仍在本地居住的，请重新申领。' };

/** What happened and what to do, where no code can be shown. */
export function obstacleWords(obstacle: Obstacle): { readonly title: string; readonly text: string } {
  switch (obstacle.why) {
    case 'replaced':
      return {
        title: '证照已在另一部手机上启用',
        text: `${obstacle.since === undefined ? '' : `此手机已于 ${shanghaiClock(obstacle.since)} 停止出示。`}同一时间只能在一部手机上出示。如果不是您本人操作，请改在此手机出示，另一部手机会立即停用。${obstacle.since === undefined ? '清理过此手机的数据、重装过微信的，也请点下面的按钮。' : ''}`,
      };
    case 'recording':
      return { title: '正在录屏，暂不出示', text: '为防止冒用，录屏时不显示证照码。停止录屏后自动恢复。' };
    case 'clock':
      return { title: '手机时间需要校准', text: '手机时间被改动过，或很久没有连接网络。请连接网络，校准后自动出示。' };
    case 'expired':
      return { title: '离线凭证已到期', text: '为防止冒用，凭证最长 24 小时有效。请连接网络，更新后自动出示。' };
    case 'no-randomness':
      return { title: '此手机不能出示证照', text: '微信版本过低，或手机存储空间已满。请更新微信、清理空间后再打开。' };
    case 'refused':
      return { title: obstacle.problem.code === 'offline' ? '第一次出示需要网络' : '暂时不能出示', text: obstacle.problem.code === 'offline' ? '请连接网络后打开一次，之后没有网络也能出示。' : obstacle.problem.sentence };
  }
}
