import { observable } from '../../api/observable';
import type { Tone } from './tones';

const KEY = 'yuezheng.console.sound';
const LOUDNESS = 0.12;
/** Without it every beep would begin and end with a click. */
const FADE_S = 0.015;

/** Off until somebody switches it on: counters are noisy, and their neighbours hear it too. */
const on = observable(localStorage.getItem(KEY) === 'on');
let output: AudioContext | undefined;

/** The sounds of this computer's counter, and whether they are on. */
export const sound = {
  isOn: on.current,
  subscribe: on.subscribe,
  toggle(): void {
    on.set(!on.current());
    localStorage.setItem(KEY, on.current() ? 'on' : 'off');
  },
  /** Plays what can be played; a browser that forbids or knows no sound stays silent. */
  play(tones: readonly Tone[]): void {
    if (!on.current() || typeof AudioContext === 'undefined') return;
    const context = (output ??= new AudioContext());
    void context.resume().then(
      () => tones.forEach((tone) => playTone(context, tone)),
      () => undefined,
    );
  },
};

function playTone(context: AudioContext, { pitch, from, lasts, shape }: Tone): void {
  const [start, end] = [context.currentTime + from, context.currentTime + from + lasts];
  const [oscillator, volume] = [context.createOscillator(), context.createGain()];
  oscillator.type = shape;
  oscillator.frequency.value = pitch;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(LOUDNESS, start + FADE_S);
  volume.gain.setValueAtTime(LOUDNESS, end - FADE_S);
  volume.gain.linearRampToValueAtTime(0, end);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(end);
}
