import type { listQueue, ReviewCase, RouteOutput, SupplementItem } from '@yuezheng/shared-types';
import type { Answer, TestApp } from './app';
import { logInStaff } from './people';

/** An official at the review desk. */
export class Reviewer {
  private constructor(
    readonly app: TestApp,
    readonly username: string,
    public token: string,
  ) {}

  static async of(app: TestApp, username = 'chenzhiyuan'): Promise<Reviewer> {
    return new Reviewer(app, username, await logInStaff(app, username));
  }

  /** After time has passed: sessions end. */
  async logInAgain(): Promise<void> {
    this.token = await logInStaff(this.app, this.username);
  }

  queue(tab: string, more: Readonly<Record<string, string>> = {}): Promise<Answer<RouteOutput<typeof listQueue>>> {
    return this.app.call('GET', `/staff/cases?${new URLSearchParams({ tab, ...more }).toString()}`, { token: this.token });
  }

  read(caseId: string): Promise<Answer<ReviewCase>> {
    return this.app.call('GET', `/staff/cases/${caseId}`, { token: this.token });
  }

  claim(caseId: string, key?: string): Promise<Answer<ReviewCase>> {
    return this.app.call('POST', `/staff/cases/${caseId}/claim`, { token: this.token, key });
  }

  release(caseId: string): Promise<Answer<ReviewCase>> {
    return this.app.call('POST', `/staff/cases/${caseId}/release`, { token: this.token });
  }

  decide(seen: ReviewCase, action: string, more: { reason?: string; items?: readonly SupplementItem[] } = {}, key?: string): Promise<Answer<ReviewCase>> {
    return this.app.call('POST', `/staff/cases/${seen.id}/decisions`, { token: this.token, body: { version: seen.version, action, ...more }, key });
  }

  async claimed(caseId: string): Promise<ReviewCase> {
    const answer = await this.claim(caseId);
    expect(answer).toMatchObject({ status: 200 });
    return answer.body;
  }
}
