/** A colour as `#rrggbb`. */
export type Hex = `#${string}`;

/** Every colour by its role, never by its place. A theme gives each role one value. */
export interface ColourRoles {
  /** Headings and values. */
  readonly ink: Hex;
  /** Explanations and labels. */
  readonly inkSecondary: Hex;
  /** Hints; still readable (WCAG AA) on `card` and on `ground`. */
  readonly inkHint: Hex;
  readonly line: Hex;
  readonly ground: Hex;
  readonly card: Hex;
  /** 珠江蓝 as a tint behind brand text. */
  readonly brandTint: Hex;
  readonly brandTintStrong: Hex;
  /** Links, icons, selected things. */
  readonly accent: Hex;
  readonly accentStrong: Hex;
  /** Fill of the primary button; `onButton` is written on it. */
  readonly button: Hex;
  readonly buttonPressed: Hex;
  readonly onButton: Hex;
  readonly ok: Hex;
  readonly okTint: Hex;
  readonly warn: Hex;
  readonly warnTint: Hex;
  /** 木棉红: errors and refusals. */
  readonly bad: Hex;
  readonly badTint: Hex;
  /** The seal on the permit, the same in every theme that shows one. */
  readonly seal: Hex;
}

export const light: ColourRoles = {
  ink: '#14202E',
  inkSecondary: '#526174',
  inkHint: '#66758A',
  line: '#E5EAF1',
  ground: '#F3F6FA',
  card: '#FFFFFF',
  brandTint: '#EDF4FE',
  brandTintStrong: '#D6E6FD',
  accent: '#1659C6',
  accentStrong: '#0F4498',
  button: '#1659C6',
  buttonPressed: '#0F4498',
  onButton: '#FFFFFF',
  ok: '#0B7A53',
  okTint: '#E8F6F0',
  warn: '#9A5B00',
  warnTint: '#FFF5E3',
  bad: '#C43C2C',
  badTint: '#FDEEEB',
  seal: '#C43C2C',
};

export const dark: ColourRoles = {
  ink: '#E9EFF7',
  inkSecondary: '#B3BFCF',
  inkHint: '#97A5B8',
  line: '#2A384B',
  ground: '#0E1622',
  card: '#172231',
  brandTint: '#16294A',
  brandTintStrong: '#1E3A6B',
  accent: '#82B2FF',
  accentStrong: '#A9CAFF',
  button: '#1F66D6',
  buttonPressed: '#1659C6',
  onButton: '#FFFFFF',
  ok: '#4CC79A',
  okTint: '#12332B',
  warn: '#F0B45A',
  warnTint: '#38290F',
  bad: '#FF8E7F',
  badTint: '#3D1D1A',
  seal: '#E2614F',
};

export const highContrast: ColourRoles = {
  ink: '#000000',
  inkSecondary: '#1F2A37',
  inkHint: '#2E3B4B',
  line: '#5A6878',
  ground: '#FFFFFF',
  card: '#FFFFFF',
  brandTint: '#EAF2FF',
  brandTintStrong: '#CFE1FF',
  accent: '#0A3A85',
  accentStrong: '#072A61',
  button: '#0A3A85',
  buttonPressed: '#072A61',
  onButton: '#FFFFFF',
  ok: '#00543A',
  okTint: '#E3F5ED',
  warn: '#6B3F00',
  warnTint: '#FFF2DB',
  bad: '#8F1D10',
  badTint: '#FDE9E5',
  seal: '#8F1D10',
};

/** Colours that stay the same in every theme: the brand scale and the objects drawn with it. */
export const fixed = {
  brand50: '#EDF4FE',
  brand100: '#D6E6FD',
  brand500: '#2B74E4',
  brand600: '#1659C6',
  brand700: '#0F4498',
  brand900: '#0A2757',
  /** Green of an accepted verification and of finished steps, behind white. */
  okFill: '#0E8A5F',
  warnFill: '#B86E00',
  badFill: '#C43C2C',
  goldTint: '#FAF1DF',
  gold: '#8A5A0F',
} as const satisfies Record<string, Hex>;

/** The permits in the wallet: gradient from → to, at 118°. */
export const permitGradients = {
  residence: { from: '#0F4498', to: '#2B74E4' },
  exitEntry: { from: '#7A4A0B', to: '#C79A45' },
  ward: { from: '#0B5C46', to: '#18996F' },
} as const satisfies Record<string, { from: Hex; to: Hex }>;

export type PermitLook = keyof typeof permitGradients;

/** Type sizes in px before the elder scale. */
export const typeSizes = {
  display: 28,
  title: 24,
  heading: 17,
  body: 15,
  small: 13,
  tiny: 11,
} as const;

/** Lengths in px that do not scale with the type. */
export const lengths = {
  margin: 16,
  pad: 16,
  gap: 12,
  radius: 16,
  radiusButton: 14,
  radiusTag: 6,
} as const;

/** Lengths in px for the finger: ordinary and in elder mode. */
export const touch = {
  ordinary: { target: 44, button: 50 },
  elder: { target: 52, button: 58 },
} as const;

export const elderScale = 1.3;
export const lineHeight = 1.45;
export const motionMs = 200;
