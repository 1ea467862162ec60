import { fixed, light } from '@yuezheng/design-tokens';
import { bytesOf, textOf } from '../testing/project-file';

const PUBLIC = '../../public';

interface Manifest {
  readonly start_url: string;
  readonly scope: string;
  readonly display: string;
  readonly theme_color: string;
  readonly background_color: string;
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose: string }[];
}

const manifest = JSON.parse(textOf(`${PUBLIC}/manifest.webmanifest`)) as Manifest;

/** Width and height of a PNG, from its header. */
function sizeOf(way: string): string {
  const { buffer, byteOffset } = bytesOf(way);
  const header = new DataView(buffer, byteOffset);
  return `${header.getUint32(16)}x${header.getUint32(20)}`;
}

it('opens the counter in a window of its own, in the colours of the desk', () => {
  expect(manifest).toMatchObject({ start_url: '/console/counter', scope: '/console', display: 'standalone' });
  expect([manifest.theme_color, manifest.background_color]).toEqual([fixed.brand900, light.ground]);
});

it('has icons of the sizes that it names, one of them for round masks', () => {
  for (const { src, sizes } of manifest.icons) {
    expect(sizeOf(src.replace('/console', PUBLIC))).toBe(sizes);
  }
  expect(manifest.icons.map(({ purpose, sizes }) => `${purpose} ${sizes}`)).toEqual([
    'any 192x192',
    'any 512x512',
    'maskable 512x512',
  ]);
});
