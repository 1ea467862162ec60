const NONE: ReadonlySet<never> = new Set<never>();

/** Members by a key, each under one key. An empty group takes no room. */
export class Groups<Member> {
  private readonly groups = new Map<string, Set<Member>>();
  private readonly keys = new Map<Member, string>();

  of(key: string): ReadonlySet<Member> {
    return this.groups.get(key) ?? NONE;
  }

  add(key: string, member: Member): void {
    this.delete(member);
    const group = this.groups.get(key) ?? new Set<Member>();
    this.groups.set(key, group.add(member));
    this.keys.set(member, key);
  }

  delete(member: Member): void {
    const key = this.keys.get(member);
    const group = key === undefined ? undefined : this.groups.get(key);
    if (key === undefined || !group) return;
    this.keys.delete(member);
    group.delete(member);
    if (group.size === 0) this.groups.delete(key);
  }
}
