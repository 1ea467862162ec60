import type { checkEligibility, Draft, DraftStep, FieldValues, MaterialValues, Me, RouteOutput, submitDraft } from '@yuezheng/shared-types';
import type { Answer } from './api';
import { Api } from './api';
import type { TestPerson } from './outside';
import type { World } from './world';

type Eligibility = RouteOutput<typeof checkEligibility>;
export type Submitted = RouteOutput<typeof submitDraft>;

interface Form {
  readonly situation?: string;
  readonly values: FieldValues;
  readonly materials: MaterialValues;
  /** Where the person is; links into the draft lead there. */
  readonly step: DraftStep;
}

export const APPLY = 'apply-residence-permit';
export const ENDORSE = 'endorse-residence-permit';

/** A resident without a screen: for what a journey needs to have happened before, and for what no screen would send. */
export class Resident {
  private constructor(
    readonly api: Api,
    readonly person: TestPerson,
    public token: string,
  ) {}

  /** Logs in and goes through the face check. */
  static async verified(world: World, person: TestPerson): Promise<Resident> {
    const resident = await Resident.loggedIn(world, person);
    const { api, token } = resident;
    const started = await api.done<{ verificationId: string; faceVerifyId: string }>('POST', '/auth/real-name', {
      token, body: { documentType: 'citizen-id', name: person.name, idNumber: person.idNumber, phone: person.phone },
    });
    await world.outside.passFaceCheck(started.faceVerifyId);
    await api.done<Me>('POST', `/auth/real-name/${started.verificationId}/finish`, { token });
    return resident;
  }

  static async loggedIn(world: World, person: TestPerson): Promise<Resident> {
    const api = new Api(world.stack.url);
    const { token } = await api.done<{ token: string }>('POST', '/auth/wechat', { body: { code: await world.outside.loginCode(person) } });
    return new Resident(api, person, token);
  }

  get<T>(route: string): Promise<Answer<T>> {
    return this.api.call('GET', route, { token: this.token });
  }

  post<T>(route: string, body: object = {}, key?: string): Promise<Answer<T>> {
    return this.api.call('POST', route, { token: this.token, body, key });
  }

  check(serviceId: string, city = this.person.cityCode): Promise<Answer<Eligibility>> {
    return this.post(`/services/${serviceId}/eligibility`, { city });
  }

  save(draft: Draft, form: Partial<Form>, version = draft.version): Promise<Answer<Draft>> {
    const { situation = draft.situation, values = draft.values, materials = draft.materials, step = 'confirm' } = form;
    return this.api.call('PUT', `/drafts/${draft.id}`, { token: this.token, body: { version, situation, values, materials, step } });
  }

  /** Opens a draft as far as the check lets it come, and fills in what is asked of everybody. */
  async draft(serviceId: string, form: Partial<Form> = {}): Promise<Draft> {
    const eligibility = (await this.check(serviceId)).body;
    const opened = await this.api.done<Draft>('POST', '/drafts', { token: this.token, body: { eligibilityId: eligibility.id } });
    const values = { ...opened.values, ...(serviceId === APPLY && { purpose: 'work' }), ...form.values };
    const saved = await this.save(opened, { situation: eligibility.situations[0]?.id, ...form, values });
    if (saved.status !== 200) throw new Error(`the draft was not saved: ${JSON.stringify(saved.body)}`);
    return saved.body;
  }

  submit(draft: Draft, key?: string): Promise<Answer<Submitted>> {
    return this.post(`/drafts/${draft.id}/submit`, { version: draft.version, pledged: true }, key);
  }

  async submitted(serviceId: string, form: Partial<Form> = {}): Promise<Submitted> {
    const answer = await this.submit(await this.draft(serviceId, form));
    if (answer.status !== 200) throw new Error(`the draft was not submitted: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  upload<T>(bytes: Buffer, name = 'photo.jpg', type = 'image/jpeg'): Promise<Answer<T>> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
    return this.api.call('POST', '/files?purpose=material', { token: this.token, form });
  }
}
