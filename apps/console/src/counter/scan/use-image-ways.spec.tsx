/** @jest-environment jsdom */
import '../../testing/node-globals';
import { act, renderHook } from '@testing-library/react';
import { useImageWays } from './use-image-ways';

const image = new File(['x'], 'code.png', { type: 'image/png' });
const text = new File(['x'], 'notes.txt', { type: 'text/plain' });

/** jsdom knows neither drags nor the clipboard. */
function send(type: string, parts: Record<string, unknown>, target: EventTarget = document.body): Event {
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), parts);
  act(() => void target.dispatchEvent(event));
  return event;
}
const held = (...files: File[]) => ({ files, types: ['Files'] });
const clipboard = (content: string, ...files: File[]) => ({ files, getData: () => content });

function ways(ready = true) {
  const [onImage, onCode] = [jest.fn(), jest.fn()];
  const { result } = renderHook(() => useImageWays({ onImage, onCode, ready }));
  return { onImage, onCode, over: () => result.current };
}

it('reads an image that is dropped on the page, and says so while it is held over it', () => {
  const { onImage, over } = ways();
  send('dragover', { dataTransfer: held(image) });
  expect(over()).toBe(true);
  expect(send('drop', { dataTransfer: held(text, image) }).defaultPrevented).toBe(true);
  expect(over()).toBe(false);
  expect(onImage).toHaveBeenCalledWith(image);
});

it('reads an image from the clipboard, and a code where nobody is writing', () => {
  const { onImage, onCode } = ways();
  send('paste', { clipboardData: clipboard('', image) });
  expect(onImage).toHaveBeenCalledWith(image);
  send('paste', { clipboardData: clipboard(' YP1:ABC\n') });
  expect(onCode).toHaveBeenCalledWith('YP1:ABC');
  onCode.mockClear();
  const field = document.body.appendChild(document.createElement('input'));
  expect(send('paste', { clipboardData: clipboard('YP1:ABC') }, field).defaultPrevented).toBe(false);
  send('paste', { clipboardData: clipboard('something else') });
  expect(onCode).not.toHaveBeenCalled();
});

it('does nothing before a purpose is chosen, and yet keeps the file from taking the page’s place', () => {
  const { onImage, onCode, over } = ways(false);
  expect(send('dragover', { dataTransfer: held(image) }).defaultPrevented).toBe(true);
  expect(over()).toBe(false);
  expect(send('drop', { dataTransfer: held(image) }).defaultPrevented).toBe(true);
  send('paste', { clipboardData: clipboard('YP1:ABC', image) });
  expect([onImage.mock.calls, onCode.mock.calls]).toEqual([[], []]);
});
