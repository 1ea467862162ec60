import { burnCodes, getPermit, getShowing, SHOWING_CHANNEL } from '@yuezheng/shared-types';
import { useEffect, useState } from 'react';
import { api, queryClient, queryKey, session } from '../../api';
import {
  hideFromCapture, isRecorded, lightUpScreen, openSocket, useDidHide, useDidShow, vibrate, watchCapture, watchNetwork, watchVisibility,
} from '../../platform';
import { readClocks } from './app-clock';
import { thisDevice, type Device } from './device';
import { keepPass, keptPermits } from './kept-passes';
import { createLivePermit, type LivePermit } from './live-permit';
import { INITIAL_STATE, type LiveState } from './live-state';
import type { After } from './named-timers';
import { obtainPass } from './obtain-pass';
import { pendingBurns } from './pending-burns';
import { openShowingChannel, type ChannelPorts } from './showing-channel';

const NO_RANDOMNESS: LiveState = { ...INITIAL_STATE, obstacle: { why: 'no-randomness' } };

const after: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

function connect(permitId: string, device: Device, onChange: (state: LiveState) => void): LivePermit {
  const channel: ChannelPorts = {
    openSocket: (events) => openSocket(YZ_API_BASE + SHOWING_CHANNEL, events),
    async hello() {
      const token = await session.token();
      return token === undefined ? undefined : { token, permitId, deviceId: device.id };
    },
    after,
  };
  return createLivePermit({
    permitId,
    key: device.key,
    pass: keptPermits()[permitId]?.pass,
    keep: (pass) => keepPass(permitId, pass),
    obtain: (takeOver) => obtainPass(api, device, permitId, takeOver, readClocks),
    ask: () => api.call(getShowing, { params: { permitId }, query: { deviceId: device.id } }),
    tellBurn: (burn) => api.call(burnCodes, { body: { ...burn, deviceId: device.id } }),
    burns: pendingBurns,
    read: readClocks,
    openChannel: (listener) => openShowingChannel(channel, listener),
    watchNetwork,
    after,
    random: Math.random,
    onChange,
  });
}

export interface LiveView {
  readonly state: LiveState;
  /** Absent until the phone's key is there. */
  readonly live?: LivePermit;
}

/**
 * Shows a permit while the page is looked at: bright, awake, and hidden from recordings; dark and without a code when it is left.
 *
 * @param mayShow whether the permit is valid; its face must be kept before
 */
export function useLivePermit(permitId: string, mayShow: boolean): LiveView {
  const [state, setState] = useState<LiveState>(INITIAL_STATE);
  const [live, setLive] = useState<LivePermit>();
  const looked = useLookedAt();

  useEffect(() => {
    let mounted = true;
    if (!mayShow) return undefined;
    void thisDevice().then((device) => {
      if (!mounted) return;
      if (device) setLive(connect(permitId, device, (next) => mounted && setState(next)));
      else setState(NO_RANDOMNESS);
    });
    return () => {
      mounted = false;
      setLive(undefined);
      setState(INITIAL_STATE);
    };
  }, [permitId, mayShow]);

  // Watched while the page is open, so that a recording that goes on while the person is elsewhere is not forgotten.
  useEffect(() => live && watchCapture({ onScreenshot: () => live.screenshot(), onRecording: (running) => live.record(running) }), [live]);

  useEffect(() => {
    if (!live || !looked) return undefined;
    hideFromCapture(true);
    live.show();
    void isRecorded().then((running) => running !== undefined && live.record(running));
    const dim = lightUpScreen();
    return () => {
      dim();
      hideFromCapture(false);
      live.hide();
    };
  }, [live, looked]);

  // The server knows better how the permit stands: the page reads it again and says so.
  const { outdated } = state;
  useEffect(() => {
    if (outdated) void queryClient.invalidateQueries({ queryKey: queryKey(getPermit) });
  }, [outdated]);

  const scanId = state.scan?.id;
  useEffect(() => {
    if (scanId !== undefined) vibrate();
  }, [scanId]);

  return { state, ...(live && { live }) };
}

/** Whether the person looks at this page: no other page above it, the app in front, the browser's tab on show. */
function useLookedAt(): boolean {
  const [onTop, setOnTop] = useState(true);
  const [inFront, setInFront] = useState(true);
  useDidShow(() => setOnTop(true));
  useDidHide(() => setOnTop(false));
  useEffect(() => watchVisibility(setInFront), []);
  return onTop && inFront;
}
