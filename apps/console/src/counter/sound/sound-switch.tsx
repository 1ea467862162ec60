import { useSyncExternalStore } from 'react';
import { sound } from './sound';
import { tonesFor } from './tones';

/** Switches the sounds of the verdicts; switching on lets one be heard. */
export function SoundSwitch() {
  const on = useSyncExternalStore(sound.subscribe, sound.isOn);
  return (
    <button
      type="button"
      className="link"
      aria-pressed={on}
      onClick={() => {
        sound.toggle();
        sound.play(tonesFor({ kind: 'accepted', assurance: 'online' }));
      }}
    >
      提示音：{on ? '开' : '关'}
    </button>
  );
}
