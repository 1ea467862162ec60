import { kindOf } from './image-kind';

jest.mock('@tarojs/taro', () => ({}));

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

it('believes the bytes and not the name', () => {
  expect(kindOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('jpeg');
  expect(kindOf(bytes('\x89PNG\r\n\x1a\n0000'))).toBe('png');
  expect(kindOf(bytes('RIFF\0\0\0\0WEBPVP8 '))).toBe('webp');
  expect(kindOf(bytes('GIF89a<?php echo'))).toBe('other');
  expect(kindOf(bytes('RIFF\0\0\0\0WAVE'))).toBe('other');
  expect(kindOf(new Uint8Array(0))).toBe('other');
});
