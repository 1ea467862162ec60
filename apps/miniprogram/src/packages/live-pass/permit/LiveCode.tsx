import { Canvas, View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { CANVAS_EDGE, drawCode } from '../../../features/live-pass/draw-code';
import { accessible, openCanvas, type Pen } from '../../../platform';

const TRIES = 20;
const BETWEEN_TRIES_MS = 50;

let mountedBefore = 0;

/** The code on a canvas: no picture goes through `setData` every five seconds. */
export function LiveCode({ code }: { readonly code: string }) {
  const [id] = useState(() => `live-code-${(mountedBefore += 1)}`);
  const [pen, setPen] = useState<Pen>();
  const drawn = useRef<string>();

  useEffect(() => {
    let mounted = true;
    let timer: ReturnType<typeof setTimeout>;
    // The element is there a little later than the page that holds it.
    const open = async (left: number): Promise<void> => {
      const opened = await openCanvas(id, CANVAS_EDGE, CANVAS_EDGE);
      if (!mounted) return;
      if (opened) setPen(opened);
      else if (left > 0) timer = setTimeout(() => void open(left - 1), BETWEEN_TRIES_MS);
    };
    void open(TRIES);
    return () => {
      mounted = false;
      clearTimeout(timer);
    };
  }, [id]);

  useEffect(() => {
    if (pen && drawn.current !== code && drawCode(pen, code)) drawn.current = code;
  }, [pen, code]);

  return (
    <View className="yz-live__canvas-frame" {...accessible({ role: 'img', label: '动态亮证码，请对准窗口的扫码设备' })}>
      <Canvas type="2d" id={id} canvasId={id} className="yz-live__canvas" />
    </View>
  );
}
