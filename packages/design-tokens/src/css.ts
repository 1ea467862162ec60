import {
  dark,
  elderScale,
  fixed,
  highContrast,
  lengths,
  light,
  lineHeight,
  motionMs,
  permitGradients,
  touch,
  typeSizes,
  type ColourRoles,
} from './tokens';

/** Where the variables are declared, as CSS selectors. */
export interface CssTargets {
  /** Elements that carry the ordinary values, for example `:root`. */
  readonly root: readonly string[];
  /** Classes put on a root element to ask for elder mode, high contrast or one fixed theme. */
  readonly elder: string;
  readonly contrast: string;
  readonly forceLight: string;
  readonly forceDark?: string;
}

const kebab = (name: string): string => name.replace(/[A-Z0-9]+/g, (part) => `-${part.toLowerCase()}`);

const declare = (name: string, value: string | number): string => `  --yz-${kebab(name)}: ${value};`;

const colours = (roles: ColourRoles): string[] =>
  Object.entries(roles).map(([role, hex]: [string, string]) => declare(role, hex));

const pixels = (sizes: Readonly<Record<string, number>>): string[] =>
  Object.entries(sizes).map(([name, px]) => declare(name, `${px}px`));

// calc() is resolved where it is declared, so the sizes are repeated in the block that changes the scale.
const sizes = (scale: number, fingers: { target: number; button: number }): string[] => [
  declare('scale', scale),
  ...Object.entries(typeSizes).map(([name, px]) => declare(`text-${name}`, `${Math.round(px * scale * 10) / 10}px`)),
  declare('touch', `${fingers.target}px`),
  declare('buttonHeight', `${fingers.button}px`),
];

const block = (selectors: readonly string[], lines: readonly string[]): string =>
  `${selectors.join(', ')} {\n${lines.join('\n')}\n}`;

const shadows = (colour: string, strength: number): string[] => [
  declare('shadow', `0 6px 20px rgba(${colour}, ${strength})`),
  declare('shadowLift', `0 -6px 24px rgba(${colour}, ${strength * 2})`),
];

/**
 * Prints the tokens as CSS custom properties (`--yz-…`): light by default, dark when the system asks for it,
 * and blocks for elder mode and high contrast.
 *
 * @param targets selectors to declare them on
 * @returns a style sheet as text, the same for the same targets
 */
export function cssVariables(targets: CssTargets): string {
  const gradients = Object.entries(permitGradients).map(([look, { from, to }]) =>
    declare(`permit-${look}`, `linear-gradient(118deg, ${from}, ${to})`),
  );
  return [
    block(targets.root, [
      ...colours(light),
      ...Object.entries(fixed).map(([name, hex]) => declare(name, hex)),
      ...gradients,
      ...pixels(lengths),
      ...sizes(1, touch.ordinary),
      declare('line-height', lineHeight),
      declare('motion', `${motionMs}ms`),
      ...shadows('10, 39, 87', 0.05),
    ]),
    `@media (prefers-color-scheme: dark) {\n${block(targets.root, [...colours(dark), ...shadows('0, 0, 0', 0.3)])}\n}`,
    block([targets.forceLight], [...colours(light), ...shadows('10, 39, 87', 0.05)]),
    ...(targets.forceDark === undefined ? [] : [block([targets.forceDark], [...colours(dark), ...shadows('0, 0, 0', 0.3)])]),
    `@media (prefers-contrast: more) {\n${block(targets.root, colours(highContrast))}\n}`,
    block([targets.contrast], colours(highContrast)),
    block([targets.elder], sizes(elderScale, touch.elder)),
    `@media (prefers-reduced-motion: reduce) {\n${block(targets.root, [declare('motion', '0ms')])}\n}`,
    '',
  ].join('\n');
}
