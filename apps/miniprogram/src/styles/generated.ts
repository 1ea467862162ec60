import { cssVariables } from '@yuezheng/design-tokens';
import { iconSvg, icons, type IconName } from '../components/Icon/icons';
import { rosetteSvg, wavesSvg } from '../components/PermitCard/rosette';
import { svgUrl } from './data-uri';

/** The icons of the browser's tab bar, in the order of app.config.ts; WeChat takes pictures from theme.json. */
const TAB_ICONS: readonly IconName[] = ['home', 'grid', 'id-card', 'user'];

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
    ...(target === 'h5' ? TAB_ICONS.map((name, i) => `.weui-tabbar__item:nth-child(${i + 1}) .weui-tabbar__icon { ${mask(svgUrl(iconSvg(name)))} }`) : []),
    `.yz-guilloche__rosette { ${mask(svgUrl(rosetteSvg()))} }`,
    `.yz-guilloche__waves { ${mask(svgUrl(wavesSvg()))} }`,
  ].join('\n');
}
