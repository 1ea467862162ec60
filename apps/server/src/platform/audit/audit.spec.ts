import fc from 'fast-check';
import { startApp, type TestApp } from '../../../test/app';
import { columnArrays, unnested } from '../database/unnested';
import { appendingParts, Audit, AUDIT_COLUMNS, isStaleHead, type AuditRecord, type ChainHead } from './audit';
import { canonicalJson } from './canonical-json';

const record = (chain: string, action: string): AuditRecord => ({
  chain, actor: { kind: 'staff', id: 'a' }, action, subject: chain, purpose: '核对身份', details: { z: 1, a: [{ y: null, b: '文' }] },
});

describe('Audit', () => {
  let app: TestApp;
  let audit: Audit;
  beforeAll(async () => {
    app = await startApp();
    audit = app.get(Audit);
  });
  afterAll(() => app.close());

  const write = (chain: string, action: string): Promise<void> => app.database.inTransaction((tx) => audit.record(tx, record(chain, action)));
  async function chainOf(length: number): Promise<string> {
    const chain = `case:${Math.random()}`;
    for (let number = 1; number <= length; number += 1) await write(chain, `step-${number}`);
    return chain;
  }
  /** As somebody with the owner's rights on the database could. */
  async function tamper(statement: string, values: readonly unknown[]): Promise<void> {
    await app.database.query('ALTER TABLE audit_entries DISABLE TRIGGER USER');
    await app.database.query(statement, values);
    await app.database.query('ALTER TABLE audit_entries ENABLE TRIGGER USER');
  }

  it('holds when nobody touched it', async () => {
    expect(await audit.verify(await chainOf(3))).toEqual({ intact: true, entries: 3 });
    expect(await audit.verify('case:unknown')).toEqual({ intact: true, entries: 0 });
  });

  it('keeps the order of people who write at once', async () => {
    const chain = await chainOf(1);
    await Promise.all(Array.from({ length: 10 }, (_, index) => write(chain, `at-once-${index}`)));
    expect(await audit.verify(chain)).toEqual({ intact: true, entries: 11 });
  });

  describe('within a statement that does something else as well', () => {
    const STATEMENT = { name: 'spec-append', text: `WITH given AS (SELECT * FROM ${unnested(AUDIT_COLUMNS, 'given')}), ${appendingParts('given')} SELECT 1 FROM given` };
    const append = (head: ChainHead | undefined, chain: string, action: string) =>
      app.database.prepared(STATEMENT, columnArrays(AUDIT_COLUMNS, [audit.following(head, record(chain, action))]));

    it('begins and continues a chain', async () => {
      const chain = `case:${Math.random()}`;
      await append(undefined, chain, 'first');
      await append(await audit.head(chain), chain, 'second');
      await write(chain, 'third');
      expect(await audit.verify(chain)).toEqual({ intact: true, entries: 3 });
    });

    it('does nothing at all where the chain has moved on', async () => {
      const chain = await chainOf(1);
      const [none, head] = [undefined, await audit.head(chain)];
      await write(chain, 'meanwhile');
      for (const stale of [none, head]) expect(isStaleHead(await append(stale, chain, 'never').catch((error: unknown) => error))).toBe(true);
      expect(isStaleHead(new Error('another'))).toBe(false);
      expect(await audit.verify(chain)).toEqual({ intact: true, entries: 2 });
    });

    it('keeps the chain whole among transactions that append at once', async () => {
      const chain = await chainOf(1);
      const appendUntilDone = async (action: string): Promise<void> => {
        for (;;) {
          const failure: unknown = await append(await audit.head(chain), chain, action).then(() => undefined, (error: unknown) => error);
          if (failure === undefined) return;
          if (!isStaleHead(failure)) throw failure;
        }
      };
      await Promise.all(Array.from({ length: 12 }, (_, index) => (index % 2 ? write(chain, `slow-${index}`) : appendUntilDone(`quick-${index}`))));
      expect(await audit.verify(chain)).toEqual({ intact: true, entries: 13 });
    });
  });

  it('leaves nothing of a transaction that was refused', async () => {
    const chain = await chainOf(1);
    await app.database.inTransaction(async (tx) => {
      await audit.record(tx, record(chain, 'never'));
      return { ok: false };
    });
    expect(await audit.verify(chain)).toEqual({ intact: true, entries: 1 });
  });

  it.each([
    ['UPDATE', `UPDATE audit_entries SET action = 'other'`],
    ['DELETE', `DELETE FROM audit_entries`],
    ['TRUNCATE', `TRUNCATE audit_entries`],
  ])('refuses %s', async (_, statement) => {
    await chainOf(1);
    await expect(app.database.query(statement)).rejects.toThrow('append-only');
  });

  it('shows a changed, a removed and a cut-off entry', async () => {
    const [changed, removed, cut, moved] = await Promise.all([chainOf(3), chainOf(3), chainOf(3), chainOf(3)]);
    await tamper(`UPDATE audit_entries SET details = '{}' WHERE chain = $1 AND seq = 2`, [changed]);
    await tamper('DELETE FROM audit_entries WHERE chain = $1 AND seq = 2', [removed]);
    await tamper('DELETE FROM audit_entries WHERE chain = $1 AND seq = 3', [cut]);
    await tamper(`UPDATE audit_entries SET at = at + interval '1 hour' WHERE chain = $1 AND seq = 3`, [moved]);
    expect(await audit.verify(changed)).toEqual({ intact: false, brokenAt: 2 });
    expect(await audit.verify(removed)).toEqual({ intact: false, brokenAt: 2 });
    expect(await audit.verify(cut)).toEqual({ intact: false, brokenAt: 3 });
    expect(await audit.verify(moved)).toEqual({ intact: false, brokenAt: 3 });
  });
});

describe('canonicalJson', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(value));
    }));
  });
});
