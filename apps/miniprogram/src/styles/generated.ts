import { cssVariables } from '@yuezheng/design-tokens';
import { iconSvg, icons, type IconName } from '../components/Icon/icons';
import { rosetteSvg, wavesSvg } from '../components/PermitCard/rosette';
import { svgUrl } from './data-uri';

const mask = (url: string): string => `-webkit-mask-image: ${url}; mask-image: ${url};`;

/**
 * The part of the style sheet that is computed: tokens as CSS variables, icons and the guilloche as masks, so that
 * their colour follows the theme. Called by the build; the phone never runs it.
 *
 * WeChat styles `page`, the browser `:root`; elder mode and the like are classes of the page shell, because a
 * mini-program cannot put a class on `page`.
 */
export function generatedCss(target: 'weapp' | 'h5'): string {
  return [
    cssVariables({
      root: [target === 'weapp' ? 'page' : ':root', '.yz-root'],
      elder: '.yz-root--elder',
      contrast: '.yz-root--contrast',
      forceLight: '.yz-root--light',
      forceDark: '.yz-root--dark',
    }),
    ...(Object.keys(icons) as IconName[]).map((name) => `.yz-icon--${name} { ${mask(svgUrl(iconSvg(name)))} }`),
    `.yz-guilloche__rosette { ${mask(svgUrl(rosetteSvg()))} }`,
    `.yz-guilloche__waves { ${mask(svgUrl(wavesSvg()))} }`,
  ].join('\n');
}
