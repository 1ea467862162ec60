import { hairOf } from './hair';
import type { Collar, PortraitTraits } from './traits';

/** The size of photos for permits: 358 × 441 pixels. */
export const PORTRAIT_WIDTH = 358;
export const PORTRAIT_HEIGHT = 441;

const BACKGROUND = '#D3E3F8';
const INK = '#23262E';

const COLLARS: Readonly<Record<Collar, string>> = {
  vee: '<path d="M126 330 L179 378 L232 330 L220 318 L179 352 L138 318 Z" fill="#fff"/>',
  shirt:
    '<path d="M132 318 L179 366 L150 392 L118 336 Z M226 318 L179 366 L208 392 L240 336 Z" fill="#fff"/>' +
    '<path d="M179 366 L179 441" stroke="#fff" stroke-width="3" opacity=".5"/>',
  round:
    '<path d="M132 324 C150 358 208 358 226 324" fill="none" stroke="#fff" stroke-width="9" opacity=".75"/>',
  jacket: '<path d="M134 320 L179 441 L224 320 L208 316 L150 316 Z" fill="#fff"/>',
};

const TIE = '<path d="M179 366 L170 392 L179 441 L188 392 Z" fill="#8E2F2A"/>';

const shoulders = ({ clothes, collar, tie, child }: PortraitTraits): string => {
  const [left, right, top] = child ? [72, 286, 342] : [44, 314, 332];
  return (
    `<path d="M${left} 441 C${left + 4} ${top + 26} ${left + 50} ${top} 140 ${top - 12} L218 ${top - 12} ` +
    `C${right - 50} ${top} ${right - 4} ${top + 26} ${right} 441 Z" fill="${clothes}"/>${COLLARS[collar]}${tie && collar === 'jacket' ? TIE : ''}`
  );
};

const face = ({ skin, shade, faceWidth }: PortraitTraits): string =>
  `<path d="M150 262 L150 322 C150 352 208 352 208 322 L208 262 Z" fill="${shade}"/>` +
  `<ellipse cx="${179 - faceWidth}" cy="214" rx="11" ry="17" fill="${shade}"/>` +
  `<ellipse cx="${179 + faceWidth}" cy="214" rx="11" ry="17" fill="${shade}"/>` +
  `<ellipse cx="179" cy="205" rx="${faceWidth}" ry="94" fill="${skin}"/>`;

const features = ({ shade, smile, hair, elder }: PortraitTraits): string =>
  `<circle cx="150" cy="208" r="6.5" fill="${INK}"/><circle cx="208" cy="208" r="6.5" fill="${INK}"/>` +
  `<path d="M138 190 Q150 184 162 190 M196 190 Q208 184 220 190" fill="none" stroke="${hair}" stroke-width="4" stroke-linecap="round"/>` +
  `<path d="M179 216 Q185 236 176 238" fill="none" stroke="${shade}" stroke-width="4" stroke-linecap="round"/>` +
  `<path d="M160 256 Q179 ${256 + smile} 198 256" fill="none" stroke="#B4695A" stroke-width="5" stroke-linecap="round"/>` +
  (elder
    ? `<path d="M128 228 Q134 236 142 236 M216 236 Q224 236 230 228 M152 244 Q148 252 150 260 M206 244 Q210 252 208 260" fill="none" stroke="${shade}" stroke-width="3" stroke-linecap="round"/>`
    : '');

const GLASSES =
  '<g fill="none" stroke="#3B4252" stroke-width="4"><rect x="126" y="192" width="46" height="34" rx="14"/>' +
  '<rect x="186" y="192" width="46" height="34" rx="14"/><path d="M172 206 Q179 202 186 206"/></g>';

/** A flat bust on pale blue. */
export const portraitSvg = (traits: PortraitTraits): string => {
  const { behind, front } = hairOf(traits);
  const scale = traits.child ? 'translate(179 441) scale(.93) translate(-179 -441)' : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PORTRAIT_WIDTH} ${PORTRAIT_HEIGHT}" ` +
    `width="${PORTRAIT_WIDTH}" height="${PORTRAIT_HEIGHT}"><rect width="100%" height="100%" fill="${BACKGROUND}"/>` +
    `<g transform="${scale}">${behind}${face(traits)}${shoulders(traits)}${features(traits)}${front}` +
    `${traits.glasses ? GLASSES : ''}</g></svg>`
  );
};
