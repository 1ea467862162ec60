import { startApp, type TestApp } from './app';
import { APPLY, Applicant } from './applicant';
import { peopleWho } from './people';
import { Reviewer } from './reviewer';

const GUANGZHOU = '440100';

/** The review desk of Guangzhou, and who comes to it. */
export interface ReviewDesk {
  readonly app: TestApp;
  /** Two reviewers of Guangzhou, one of Zhuhai, and the administrator. */
  readonly chen: Reviewer;
  readonly liang: Reviewer;
  readonly zhuhai: Reviewer;
  readonly admin: Reviewer;
  /** A new case, of somebody who needs no materials. */
  submitted(): Promise<{ caseId: string; number: string; applicant: Applicant }>;
}

export async function openReviewDesk(): Promise<ReviewDesk> {
  const app = await startApp({ sandbox: true });
  const [chen, liang, zhuhai, admin] = await Promise.all([Reviewer.of(app), Reviewer.of(app, 'liangwanyi'), Reviewer.of(app, 'zhouhaitao'), Reviewer.of(app, 'admin')]);
  const people = await peopleWho(app, 'exempt', GUANGZHOU);
  const submitted = async () => {
    const person = people.shift();
    if (!person) throw new Error('no test resident is left');
    const applicant = await Applicant.of(app, person);
    return { ...(await applicant.submitted(APPLY)), applicant };
  };
  return { app, chen, liang, zhuhai, admin, submitted };
}
