import { refusalGuide, REPLACED_PHONE } from './refusals';
import { REFUSAL_REASONS } from './verdict';

const guides = [...REFUSAL_REASONS.map((reason) => [reason, refusalGuide(reason)] as const), ['replaced phone', REPLACED_PHONE] as const];

test.each(guides)('%s tells the clerk what happened and three things to do', (_reason, { headline, steps }) => {
  expect(headline).toMatch(/^[\p{Script=Han}]{5,20}$/u);
  expect(steps).toHaveLength(3);
  for (const step of steps) {
    expect(step).toMatch(/。$/u);
    expect(step.length).toBeGreaterThanOrEqual(12);
  }
});

test('the wording keeps to the house style', () => {
  const text = guides.map(([, guide]) => Object.values(guide).flat().join('')).join('');
  expect(text).not.toMatch(/[!！,;:?]|你/u);
  expect(text).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u);
});

test('no two reasons look alike', () => {
  expect(new Set(REFUSAL_REASONS.map((reason) => refusalGuide(reason).headline)).size).toBe(
    REFUSAL_REASONS.length,
  );
});

test('a used code is explained as it is drawn', () => {
  expect(refusalGuide('already-used')).toEqual({
    headline: '此码已使用过',
    steps: [
      '请持证人打开“亮证”，等下一个码出现（5 秒内）后重新扫描。',
      '若再次出现，可能是截图或转发，请核对本人与证件照片。',
      '仍无法通过，转人工核验，本次记录已留存。',
    ],
  });
});
