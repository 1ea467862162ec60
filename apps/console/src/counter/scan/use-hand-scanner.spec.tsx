/** @jest-environment jsdom */
import '../../testing/node-globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useHandScanner } from './use-hand-scanner';

const codes: string[] = [];
const pressed = jest.fn();

function Page() {
  useHandScanner((code) => codes.push(code));
  return (
    <button type="button" onClick={pressed}>
      受理
    </button>
  );
}

beforeEach(() => {
  codes.length = 0;
  pressed.mockClear();
  render(<Page />);
});
afterEach(cleanup);

const scan = (text: string, target: Element) => {
  const unprevented = Array.from(text).map((key) => fireEvent.keyDown(target, { key }));
  return [...unprevented, fireEvent.keyDown(target, { key: 'Enter' })];
};

it('hears a scan wherever the focus is and keeps its Enter from the focused button', () => {
  const button = screen.getByRole('button');
  button.focus();
  const unprevented = scan('YP1:ABC DEF', button);
  expect(codes).toEqual(['YP1:ABC DEF']);
  expect(unprevented.slice(3)).toEqual(Array<boolean>(9).fill(false));
  expect(pressed).not.toHaveBeenCalled();
});

it('reports foreign codes too, so that they are refused and not lost', () => {
  scan('https://example.com/pay', document.body);
  expect(codes).toEqual(['https://example.com/pay']);
});

it('leaves a lone Enter to the page', () => {
  expect(fireEvent.keyDown(document.body, { key: 'Enter' })).toBe(true);
  expect(codes).toEqual([]);
});
