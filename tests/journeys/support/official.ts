import type { ReviewCase, SupplementItem } from '@yuezheng/shared-types';
import { Api, type Answer } from './api';
import type { World } from './world';

/** The accounts that development starts with. */
export const STAFF = {
  chenzhiyuan: { password: 'Tianhe-Shenhe-1', name: '陈志远' },
  liangwanyi: { password: 'Yuexiu-Shenhe-2', name: '梁婉仪' },
  hejiamin: { password: 'Tianhe-Chuangkou-5', name: '何嘉敏' },
  wujianhui: { password: 'Panyu-Chuangkou-6', name: '吴建辉' },
} as const;

export type StaffName = keyof typeof STAFF;

/** An official without a screen. */
export class Official {
  private constructor(
    readonly api: Api,
    readonly token: string,
  ) {}

  static async of(world: World, username: StaffName = 'chenzhiyuan'): Promise<Official> {
    const api = new Api(world.stack.url);
    const { token } = await api.done<{ token: string }>('POST', '/staff/login', { body: { username, password: STAFF[username].password } });
    return new Official(api, token);
  }

  claim(caseId: string): Promise<Answer<ReviewCase>> {
    return this.api.call('POST', `/staff/cases/${caseId}/claim`, { token: this.token, body: {} });
  }

  decide({ id, version }: ReviewCase, action: string, more: { readonly reason?: string; readonly items?: readonly SupplementItem[] } = {}): Promise<Answer<ReviewCase>> {
    return this.api.call('POST', `/staff/cases/${id}/decisions`, { token: this.token, body: { version, action, ...more } });
  }

  async approve(caseId: string): Promise<void> {
    const claimed = await this.claim(caseId);
    const approved = await this.decide(claimed.body, 'approve');
    if (approved.status !== 200) throw new Error(`the case was not approved: ${JSON.stringify(approved.body)}`);
  }
}
