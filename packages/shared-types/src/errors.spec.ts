import { ERROR_CODES, ERRORS, ok, Problem, refuse } from './errors';

const entries = Object.entries(ERRORS);

describe('the closed list of refusals', () => {
  it.each(entries)('%s has the status of a refusal', (code, { status }) => {
    expect(status).toBeGreaterThanOrEqual(400);
    // Nothing that a client sends makes a 5xx: only our own fault and an outside system's do.
    expect(status >= 500).toBe(code === 'internal' || code === 'outside-system-down');
  });

  it.each(entries)('%s is said in one plain Chinese sentence', (_code, { sentence }) => {
    expect(sentence).toMatch(/^[^，。].*。$/);
    expect(sentence).not.toMatch(/[!！,;:?「」]|你/);
    expect(sentence).not.toMatch(/[一-鿿][A-Za-z0-9]|[A-Za-z0-9][一-鿿]/);
    // What happened, and then what to do.
    expect(sentence.includes('请') || sentence.includes('，')).toBe(true);
  });

  it('has no code twice in other clothes', () => {
    expect(new Set(entries.map(([, { sentence }]) => sentence)).size).toBe(ERROR_CODES.length);
    for (const code of ERROR_CODES) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});

describe('results', () => {
  it('carry a value or a refusal', () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(refuse('not-found')).toEqual({ ok: false, refusal: { code: 'not-found' } });
    expect(refuse('version-conflict', { current: { version: 2 } })).toEqual({ ok: false, refusal: { code: 'version-conflict', current: { version: 2 } } });
  });

  it('become problem details that hold only known codes', () => {
    const problem = { type: 'about:blank', title: '请先登录。', status: 401, detail: '请先登录。' };
    expect(Problem.safeParse({ ...problem, code: 'not-logged-in' }).success).toBe(true);
    expect(Problem.safeParse({ ...problem, code: 'no-such-code' }).success).toBe(false);
  });
});
