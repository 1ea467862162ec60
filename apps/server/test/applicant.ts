import { CITIES } from '@yuezheng/catalogue';
import sharp, { type Sharp } from 'sharp';
import type { CaseDetail, checkEligibility, Draft, FieldValues, MaterialValues, RouteOutput, StoredFile, submitDraft } from '@yuezheng/shared-types';
import type { Answer, TestApp } from './app';
import { logIn, logInVerified, type TestPerson } from './people';

export type Eligibility = RouteOutput<typeof checkEligibility>;
export type Submitted = RouteOutput<typeof submitDraft>;

/** What a phone would send of a draft. */
export interface Form {
  readonly situation?: string;
  readonly values: FieldValues;
  readonly materials: MaterialValues;
}

export const APPLY = 'apply-residence-permit';
export const ENDORSE = 'endorse-residence-permit';
const BOUNDARY = 'yuezheng-spec-boundary';

/** A multipart body with one file. */
export const multipart = (bytes: Buffer, name = 'photo.jpg'): { body: Buffer; headers: Record<string, string> } => ({
  body: Buffer.concat([
    Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]),
  headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
});

/** A picture of random pixels. */
export const picture = (width = 800, height = 1000): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 40 } } });

/** A resident with a phone in the hand. */
export class Applicant {
  private constructor(
    readonly app: TestApp,
    readonly person: TestPerson,
    public token: string,
  ) {}

  static async of(app: TestApp, person: TestPerson): Promise<Applicant> {
    return new Applicant(app, person, (await logInVerified(app, person)).token);
  }

  /** After time has passed: sessions end. */
  async logInAgain(): Promise<void> {
    this.token = (await logIn(this.app, this.person)).token;
  }

  /** GB/T 2260 code of where the person lives: the sandbox gives the name. */
  get city(): string {
    const city = CITIES.find(({ code, name }) => name === this.person.city || code === this.person.city);
    if (!city) throw new Error(`no city ${this.person.city}`);
    return city.code;
  }

  check(serviceId: string, city = this.city, wardId?: string): Promise<Answer<Eligibility>> {
    return this.app.call('POST', `/services/${serviceId}/eligibility`, { token: this.token, body: { city, wardId } });
  }

  open(eligibilityId: string): Promise<Answer<Draft>> {
    return this.app.call('POST', '/drafts', { token: this.token, body: { eligibilityId } });
  }

  save(draft: Draft, form: Partial<Form> = {}, version = draft.version): Promise<Answer<Draft>> {
    const { situation = draft.situation, values = draft.values, materials = draft.materials } = form;
    return this.app.call('PUT', `/drafts/${draft.id}`, { token: this.token, body: { version, situation, values, materials, step: 'confirm' } });
  }

  submit(draft: Draft, key?: string): Promise<Answer<Submitted>> {
    return this.app.call('POST', `/drafts/${draft.id}/submit`, { token: this.token, body: { version: draft.version, pledged: true }, key });
  }

  case(caseId: string): Promise<Answer<CaseDetail>> {
    return this.app.call('GET', `/cases/${caseId}`, { token: this.token });
  }

  upload(bytes: Buffer, purpose: 'material' | 'photo' = 'material'): Promise<Answer<StoredFile>> {
    return this.app.call('POST', `/files?purpose=${purpose}`, { token: this.token, ...multipart(bytes) });
  }

  /** A saved draft, as far as the check lets it come, filled in with what is asked of everybody. */
  async draft(serviceId: string, form: Partial<Form> = {}, wardId?: string): Promise<Draft> {
    const checked = await this.check(serviceId, this.city, wardId);
    expect(checked).toMatchObject({ status: 200 });
    const opened = await this.open(checked.body.id);
    expect(opened).toMatchObject({ status: 200 });
    const values = serviceId === APPLY ? { ...opened.body.values, purpose: 'work', ...form.values } : { ...opened.body.values, ...form.values };
    const saved = await this.save(opened.body, { ...form, values });
    expect(saved).toMatchObject({ status: 200 });
    return saved.body;
  }

  async submitted(serviceId: string, form: Partial<Form> = {}, wardId?: string): Promise<Submitted> {
    const answer = await this.submit(await this.draft(serviceId, form, wardId));
    expect(answer).toMatchObject({ status: 200 });
    return answer.body;
  }
}
