import { clockTime } from '../clock-words';
import type { DraftState } from './draft-keeper';

/** The line that says whether what was typed is safe. */
export function savingWords({ saving, draft, problem }: DraftState): string {
  switch (saving) {
    case 'saved':
      return `已自动保存 ${clockTime(Date.parse(draft.savedAt))}`;
    case 'waiting':
    case 'saving':
      return '正在保存';
    case 'offline':
      return problem?.code === 'offline' ? '没有网络，已存在手机上' : '已存在手机上，稍后自动保存';
    case 'refused':
      return '有内容没有保存';
  }
}
