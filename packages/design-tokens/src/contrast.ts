import type { Hex } from './tokens';

const channel = (hex: Hex, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const luminance = (hex: Hex): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

/**
 * Contrast of two colours as WCAG 2.2 counts it (1 to 21; ordinary text needs 4.5).
 *
 * @param one a colour as `#rrggbb`
 * @param other the other colour; the order does not matter
 */
export function contrastRatio(one: Hex, other: Hex): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}
