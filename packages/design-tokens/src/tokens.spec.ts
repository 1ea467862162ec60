import { contrastRatio } from './contrast';
import { cssVariables } from './css';
import { dark, fixed, highContrast, light, permitGradients, type ColourRoles } from './tokens';

const themes: [string, ColourRoles, number][] = [
  ['light', light, 4.5],
  ['dark', dark, 4.5],
  ['high contrast', highContrast, 7],
];

describe.each(themes)('the %s theme', (_name, theme, least) => {
  it.each([
    ['ink', 'card'],
    ['ink', 'ground'],
    ['inkSecondary', 'card'],
    ['inkSecondary', 'brandTint'],
    ['inkHint', 'card'],
    ['accent', 'card'],
    ['accentStrong', 'brandTint'],
    ['onButton', 'button'],
    ['ok', 'okTint'],
    ['warn', 'warnTint'],
    ['bad', 'badTint'],
    ['bad', 'card'],
  ] as const)('writes %s readably on %s', (text, behind) => {
    expect(contrastRatio(theme[text], theme[behind])).toBeGreaterThanOrEqual(least);
  });

  it('keeps hints readable on the ground', () => {
    expect(contrastRatio(theme.inkHint, theme.ground)).toBeGreaterThanOrEqual(4.3);
  });
});

describe('colours outside the themes', () => {
  it('carry white text', () => {
    expect(contrastRatio('#FFFFFF', permitGradients.residence.from)).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio('#FFFFFF', permitGradients.ward.from)).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(fixed.gold, fixed.goldTint)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the style sheet', () => {
  const css = cssVariables({
    root: [':root', '.app'],
    elder: '.app-elder',
    contrast: '.app-contrast',
    forceLight: '.app-light',
  });

  it('declares every role in light, dark and high contrast', () => {
    for (const role of ['ink', 'ink-secondary', 'brand-tint-strong', 'on-button']) {
      expect(css.split(`--yz-${role}:`)).toHaveLength(6);
    }
  });

  it('makes everything 1.3 times larger in elder mode', () => {
    const elder = css.slice(css.indexOf('.app-elder'));
    expect(css).toContain('--yz-text-body: 15px');
    expect(elder).toContain('--yz-text-body: 19.5px');
    expect(elder).toContain('--yz-touch: 52px');
  });

  it('stops motion when the system asks for less', () => {
    expect(css).toMatch(/prefers-reduced-motion: reduce[^}]*--yz-motion: 0ms/);
  });
});
