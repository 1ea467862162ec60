/** @jest-environment jsdom */
import '../../testing/no-scrolling';
import '../../testing/node-globals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { codeFor, NOW } from '../../testing/sample-trust';
import { ScanCard } from './scan-card';
import { useHandScanner } from './use-hand-scanner';

// The reader of pictures is WebAssembly that only the build knows where to find.
jest.mock('./read-code', () => ({
  prepareReader: () => Promise.resolve(),
  readCode: () => Promise.resolve(undefined),
}));

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

function Counter() {
  const [handScans, setHandScans] = useState(0);
  useHandScanner((code) => {
    codes.push(code);
    setHandScans((before) => before + 1);
  });
  return (
    <ScanCard
      onCode={(code) => codes.push(code)}
      onNext={() => undefined}
      refused={false}
      ready
      handScans={handScans}
    />
  );
}

it('reads a code whole with the field for pasting focused, leaves nothing in the field, and pastes nothing', async () => {
  cleanup();
  render(<Counter />);
  fireEvent.click(screen.getByRole('button', { name: '粘贴码文' }));
  const field = screen.getByLabelText<HTMLInputElement>('码文');
  field.focus();
  const code = codeFor(5, NOW);
  for (const end of ['Enter', 'Tab'] as const) {
    // As the browser does it: a key that nobody prevents goes into the field.
    for (const key of code) {
      if (fireEvent.keyDown(field, { key })) fireEvent.change(field, { target: { value: field.value + key } });
    }
    expect(field.value).toBe('YP1');
    fireEvent.keyDown(field, { key: end });
    await waitFor(() => expect(field.value).toBe(''));
  }
  expect(codes).toEqual([code, code]);
});
