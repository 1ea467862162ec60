import { createHash } from 'node:crypto';
import type { Person } from './person';

/** One WeChat user has another openid in each app, and one unionid over the apps of one owner. */
export interface WechatUser {
  /** In the mini-program. */
  openid: string;
  /** In the official account. */
  officialOpenid: string;
  unionid: string;
}

const opaque = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('base64url').replaceAll('-', 'A').slice(0, length);

const userOf = (personId: string): WechatUser => ({
  openid: `oYz${opaque(`mini/${personId}`, 25)}`,
  officialOpenid: `oGz${opaque(`official/${personId}`, 25)}`,
  unionid: `oUn${opaque(`union/${personId}`, 25)}`,
});

/** Which WeChat user each person is; made from the person's id, so it never changes. */
export class WechatIds {
  private readonly users: ReadonlyMap<string, WechatUser>;
  private readonly byOpenid: ReadonlyMap<string, Person>;
  private readonly byOfficialOpenid: ReadonlyMap<string, Person>;

  constructor(people: readonly Person[]) {
    const users = people.map((person) => ({ person, user: userOf(person.personId) }));
    this.users = new Map(users.map(({ person, user }) => [person.personId, user]));
    this.byOpenid = new Map(users.map(({ person, user }) => [user.openid, person]));
    this.byOfficialOpenid = new Map(users.map(({ person, user }) => [user.officialOpenid, person]));
  }

  userOf({ personId }: Person): WechatUser {
    return this.users.get(personId) ?? userOf(personId);
  }

  withOpenid(openid: string): Person | undefined {
    return this.byOpenid.get(openid);
  }

  withOfficialOpenid(openid: string): Person | undefined {
    return this.byOfficialOpenid.get(openid);
  }
}
