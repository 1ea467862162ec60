import { icons } from '../components/Icon/icons';
import { generatedCss } from './generated';

describe.each(['weapp', 'h5'] as const)('the computed style sheet for %s', (target) => {
  const css = generatedCss(target);

  it('has every icon and the guilloche', () => {
    for (const name of Object.keys(icons)) expect(css).toContain(`.yz-icon--${name} {`);
    expect(css).toContain('.yz-guilloche__rosette {');
  });

  it('has pictures that no parser stumbles over', () => {
    const pictures = css.match(/data:image\/svg\+xml,[^"]*/g) ?? [];
    expect(pictures.length).toBeGreaterThan(Object.keys(icons).length);
    for (const picture of pictures) {
      expect(picture).not.toMatch(/[<>#;{}]/);
      expect(decodeURIComponent(picture.slice('data:image/svg+xml,'.length))).toMatch(/^<svg xmlns='http:\/\/www\.w3\.org\/2000\/svg'.*<\/svg>$/);
    }
  });

  it('has an icon for each tab where the phone does not draw the bar itself', () => {
    expect(css.match(/\.weui-tabbar__item:nth-child/g) ?? []).toHaveLength(target === 'h5' ? 4 : 0);
  });

  it('stays small', () => {
    expect(Buffer.byteLength(css)).toBeLessThan(100 * 1024);
  });
});

it('is declared where each target looks for it', () => {
  expect(generatedCss('weapp')).toMatch(/^page, \.yz-root \{/);
  expect(generatedCss('h5')).toMatch(/^:root, \.yz-root \{/);
});
