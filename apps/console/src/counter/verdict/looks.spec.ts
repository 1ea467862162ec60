import { contrastRatio } from '@yuezheng/design-tokens';
import { textOf } from '../../testing/project-file';

type Hex = `#${string}`;
const css = textOf('verdict.css');

/** What a rule of the style sheet says; empty where there is no such rule. */
const rule = (selector: string): string => css.split(`\n${selector} {`)[1]?.split('}')[0] ?? '';

function ground(selector: string): Hex {
  const hex = /background: (#[0-9a-f]{3,6});/.exec(rule(selector))?.[1] ?? '#000000';
  return (hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex) as Hex;
}

// Who sees no colours at all still sees light and dark, stripes and frames.
it('is dark for an acceptance and light for a refusal', () => {
  expect(contrastRatio(ground('.accepted'), ground('.refused'))).toBeGreaterThan(4.5);
});

it('frames a refusal thickly and an acceptance not at all', () => {
  expect(rule('.refused')).toMatch(/border: 10px solid/);
  expect(rule('.accepted')).not.toMatch(/border/);
});

it('stripes and dashes what was accepted without a network', () => {
  const head = rule('.accepted-offline .verdict-head');
  expect(head).toMatch(/repeating-linear-gradient/);
  expect(head).toMatch(/border-bottom: 4px dashed/);
  expect(rule('.assurance')).toMatch(/border: 2px solid/);
  expect(rule('.assurance-offline')).toMatch(/border-style: dashed/);
});
