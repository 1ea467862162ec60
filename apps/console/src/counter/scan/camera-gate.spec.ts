import { CameraGate } from './camera-gate';

describe('the camera', () => {
  it('verifies one showing once although the phone changes its code', () => {
    const gate = new CameraGate();
    expect(gate.frame('A', 0, false)).toBe('A');
    expect(gate.frame('A', 200, false)).toBeUndefined();
    expect(gate.frame('B', 900, false)).toBeUndefined();
  });

  it('opens again when the phone was taken away', () => {
    const gate = new CameraGate();
    gate.frame('A', 0, false);
    gate.frame(undefined, 700, false);
    expect(gate.frame('A', 800, false)).toBeUndefined();
    gate.frame(undefined, 2_100, false);
    expect(gate.frame('B', 2_300, false)).toBe('B');
  });

  it('takes the next code after a refusal, not the refused one', () => {
    const gate = new CameraGate();
    gate.frame('A', 0, false);
    expect(gate.frame('A', 500, true)).toBeUndefined();
    expect(gate.frame('B', 1_000, true)).toBe('B');
  });
});
