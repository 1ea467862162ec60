import type { HairStyle, PortraitTraits } from './traits';

/** Hair behind the head and hair over the forehead, as SVG. The face is centred on (179, 205). */
export interface HairShapes {
  behind: string;
  front: string;
}

type Draw = (left: number, right: number, fill: string) => HairShapes;

/** A cap over the head from ear to ear; `fringe` is the lower edge, drawn from right to left. */
const cap = (left: number, right: number, fill: string, fringe: string): string =>
  `<path d="M${left - 6} 216 C${left - 16} 128 ${left + 18} 92 179 92 C${right - 18} 92 ${right + 16} 128 ${right + 6} 216 ` +
  `C${right + 3} 190 ${right - 3} 178 ${right - 10} 166 ${fringe} C${left + 3} 178 ${left - 3} 190 ${left - 6} 216 Z" fill="${fill}"/>`;

const STYLES: Readonly<Record<HairStyle, Draw>> = {
  crop: (left, right, fill) => ({
    behind: '',
    front: cap(left, right, fill, `C${right - 40} 146 ${left + 40} 146 ${left + 10} 166`),
  }),
  parted: (left, right, fill) => ({
    behind: '',
    front: cap(
      left,
      right,
      fill,
      `C${right - 20} 140 200 134 150 132 C140 150 ${left + 24} 158 ${left + 10} 166`,
    ),
  }),
  wavy: (left, right, fill) => ({
    behind: '',
    front: cap(
      left,
      right,
      fill,
      `C${right - 26} 158 196 132 182 156 C168 134 ${left + 34} 138 ${left + 10} 166`,
    ),
  }),
  receding: (left, right, fill) => ({
    behind: '',
    front: cap(left, right, fill, `C${right - 8} 120 ${left + 8} 120 ${left + 10} 166`),
  }),
  bob: (left, right, fill) => ({
    behind: `<path d="M${left - 18} 286 C${left - 30} 120 ${left + 10} 84 179 84 C${right - 10} 84 ${right + 30} 120 ${right + 18} 286 Z" fill="${fill}"/>`,
    front: cap(left, right, fill, `C${right - 30} 160 ${left + 60} 158 ${left + 10} 166`),
  }),
  long: (left, right, fill) => ({
    behind: `<path d="M${left - 22} 372 C${left - 34} 130 ${left + 6} 82 179 82 C${right - 6} 82 ${right + 34} 130 ${right + 22} 372 Z" fill="${fill}"/>`,
    front: cap(
      left,
      right,
      fill,
      `C${right - 14} 142 196 128 179 128 C162 128 ${left + 14} 142 ${left + 10} 166`,
    ),
  }),
  bun: (left, right, fill) => ({
    behind: `<circle cx="179" cy="84" r="34" fill="${fill}"/>`,
    front: cap(left, right, fill, `C${right - 30} 148 ${left + 30} 148 ${left + 10} 166`),
  }),
};

export const hairOf = ({ style, hair, faceWidth }: PortraitTraits): HairShapes =>
  STYLES[style](179 - faceWidth, 179 + faceWidth, hair);
