import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { CameraGate } from './camera-gate';
import { prepareReader, readCode } from './read-code';

const FRAME_EVERY_MS = 120;
/** The middle of the picture, in its own pixels; more takes longer and reads no better. */
const MOST_SIDE = 720;

export type CameraState = 'off' | 'starting' | 'on' | 'denied' | 'missing' | 'busy' | 'insecure';

export interface Camera {
  readonly state: CameraState;
  readonly video: RefObject<HTMLVideoElement>;
  readonly start: () => void;
  readonly stop: () => void;
}

/** Reads codes from this computer's camera once a person has switched it on. */
export function useCamera(onCode: (code: string) => void, refused: boolean): Camera {
  const [state, setState] = useState<CameraState>('off');
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream>();
  const latest = useRef({ onCode, refused });
  latest.current = { onCode, refused };

  const stop = useCallback(() => {
    stream.current?.getTracks().forEach((track) => track.stop());
    stream.current = undefined;
    setState('off');
  }, []);
  const start = useCallback(async () => {
    setState('starting');
    const opened = await openCamera();
    if (typeof opened === 'string') {
      setState(opened);
      return;
    }
    stream.current = opened;
    opened.getVideoTracks()[0]?.addEventListener('ended', stop);
    if (video.current !== null) video.current.srcObject = opened;
    setState('on');
  }, [stop]);

  useEffect(() => stop, [stop]);
  useEffect(() => {
    if (state !== 'on') return undefined;
    const gate = new CameraGate();
    let stopped = false;
    const look = async () => {
      const frame = video.current === null ? undefined : grabMiddle(video.current);
      const text = frame === undefined ? undefined : await readCode(frame).catch(() => undefined);
      if (stopped) return;
      const code = gate.frame(text, performance.now(), latest.current.refused);
      if (code !== undefined) latest.current.onCode(code);
      timer = setTimeout(() => void look(), FRAME_EVERY_MS);
    };
    let timer = setTimeout(() => void prepareReader().then(look), 0);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [state]);
  return { state, video, start: () => void start(), stop };
}

async function openCamera(): Promise<MediaStream | CameraState> {
  // Browsers give the camera to https and localhost only.
  if (navigator.mediaDevices === undefined) return 'insecure';
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (thrown) {
    const name = thrown instanceof DOMException ? thrown.name : '';
    if (name === 'NotAllowedError') return 'denied';
    return name === 'NotReadableError' ? 'busy' : 'missing';
  }
}

function grabMiddle(video: HTMLVideoElement): ImageData | undefined {
  const side = Math.min(video.videoWidth, video.videoHeight, MOST_SIDE);
  if (side === 0) return undefined;
  const cut = Math.min(video.videoWidth, video.videoHeight);
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(
    video,
    (video.videoWidth - cut) / 2,
    (video.videoHeight - cut) / 2,
    cut,
    cut,
    0,
    0,
    side,
    side,
  );
  return context?.getImageData(0, 0, side, side);
}
