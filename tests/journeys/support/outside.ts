/** A test resident as the sandbox lists them. */
export interface TestPerson {
  readonly personId: string;
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  /** GB/T 2260. */
  readonly cityCode: string;
  readonly archetype: string;
}

/** What a phone of the sandbox received. */
export interface PhoneMessage {
  readonly channel: string;
  readonly title: string;
  readonly text?: string;
  readonly page?: string;
}

/** The sandbox, as a test turns its switches. */
export class Outside {
  constructor(private readonly url: string) {}

  /** The first resident of that situation in that city, or the one of that name. */
  async person(wanted: { readonly archetype?: string; readonly city?: string; readonly text?: string }, nth = 0): Promise<TestPerson> {
    const query = new URLSearchParams({ ...wanted, limit: String(nth + 1) });
    const people = await this.get<TestPerson[]>(`/population?${query.toString()}`);
    const person = people[nth];
    if (!person) throw new Error(`the sandbox has nobody like ${query.toString()}`);
    return person;
  }

  async loginCode({ personId }: TestPerson): Promise<string> {
    return (await this.post<{ code: string }>(`/phone/${personId}/login-code`)).code;
  }

  async passFaceCheck(faceVerifyId: string): Promise<void> {
    await this.post(`/phone/face/${faceVerifyId}`, { result: 'pass' });
  }

  async messagesOf({ personId }: TestPerson): Promise<PhoneMessage[]> {
    return (await this.get<{ messages: PhoneMessage[] }>(`/phone/${personId}/messages`)).messages;
  }

  /** Moves everybody's time to 09:00 of a day in Asia/Shanghai. */
  async moveTo(day: string): Promise<void> {
    await this.post('/clock', { to: day });
  }

  /** Moves everybody's time on. */
  async advance(milliseconds: number): Promise<void> {
    const { offsetMs } = await this.get<{ offsetMs: number }>('/clock');
    await this.post('/clock', { offsetMs: offsetMs + milliseconds });
  }

  /** Milliseconds since the epoch. */
  async now(): Promise<number> {
    return Date.parse((await this.get<{ now: string }>('/clock')).now);
  }

  /** `YYYY-MM-DD` in Asia/Shanghai. */
  async today(): Promise<string> {
    return (await this.get<{ today: string }>('/clock')).today;
  }

  private async get<T>(path: string): Promise<T> {
    return (await this.answered(await fetch(this.url + path, { headers: { accept: 'application/json' } }))) as T;
  }

  private async post<T>(path: string, body: object = {}): Promise<T> {
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    return (await this.answered(await fetch(this.url + path, { method: 'POST', headers, body: JSON.stringify(body) }))) as T;
  }

  private async answered(answer: Response): Promise<unknown> {
    if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }
}
