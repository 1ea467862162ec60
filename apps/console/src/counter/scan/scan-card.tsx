import { useEffect, useRef, useState, type ChangeEvent } from 'react';
import { Button, Input } from 'antd';
import { prepareReader, readCode } from './read-code';
import { scannedCode } from './scanned-code';
import { useCamera, type CameraState } from './use-camera';
import { useImageWays } from './use-image-ways';

const CAMERA_NOTES: Readonly<Record<CameraState, string>> = {
  off: '摄像头・扫码枪・粘贴・图片',
  starting: '正在打开摄像头，请在浏览器提示中允许',
  on: '将码放入框内',
  denied: '浏览器没有允许使用摄像头，请在地址栏左侧改为允许，或使用扫码枪',
  missing: '没有找到摄像头，请使用扫码枪、粘贴或图片',
  busy: '摄像头正被其他程序使用，请关闭后重试',
  insecure: '此地址不能使用摄像头，请改用 https 地址，或使用扫码枪',
};

interface Props {
  readonly onCode: (code: string) => void;
  /** Another picture is about to be read: whoever stood here before must leave the screen, whatever comes of it. */
  readonly onNext: () => void;
  /** The last verdict was a refusal: the camera takes the next code without the phone being taken away. */
  readonly refused: boolean;
  /** Whether a purpose is chosen: without one nothing is verified. */
  readonly ready: boolean;
  /** How many codes the hand scanner has read: its first keys may have gone into the field for pasting. */
  readonly handScans: number;
}

/** The ways to read a code: camera, paste, image file, also dropped or pasted. The hand scanner needs no field and no focus. */
export function ScanCard({ onCode, onNext, refused, ready, handScans }: Props) {
  const camera = useCamera(onCode, refused);
  const [pasting, setPasting] = useState(false);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    // Fetched while there is a network; a failure shows when an image is to be read.
    prepareReader().catch(() => undefined);
  }, []);

  const take = (code: string) => {
    setProblem(undefined);
    onCode(code);
  };
  const takeImage = async (image: Blob) => {
    onNext();
    const code = await readCode(image).catch(() => undefined);
    if (code === undefined) setProblem('图片中没有找到清晰的二维码，请重新拍摄或换一张。');
    else take(code);
  };
  const over = useImageWays({ onImage: (image) => void takeImage(image), onCode: take, ready });
  const running = camera.state === 'on' || camera.state === 'starting';
  return (
    <section className={over ? 'card scan-over' : 'card'} aria-labelledby="scan-title">
      <div className="card-head">
        <h2 className="card-title" id="scan-title">
          扫码
        </h2>
        <span className="card-note">{ready ? '扫码枪可直接扫描' : '选择用途后即可扫码'}</span>
      </div>
      <div className="camera">
        <video ref={camera.video} muted playsInline autoPlay hidden={camera.state !== 'on'} />
        <span className="camera-frame" aria-hidden="true" />
        <p className="camera-note" role="status">
          {CAMERA_NOTES[camera.state]}
        </p>
      </div>
      <div className="scan-ways">
        <Button disabled={!ready} onClick={running ? camera.stop : camera.start}>
          {running ? '关闭摄像头' : '打开摄像头'}
        </Button>
        <Button disabled={!ready} aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          粘贴码文
        </Button>
        <ImageButton disabled={!ready} onImage={(image) => void takeImage(image)} />
      </div>
      <p className="scan-hint">{over ? '松开鼠标，识别图片中的码' : '也可以把图片拖到本页，或按 Ctrl+V 粘贴图片'}</p>
      {pasting ? <PasteBox onCode={take} handScans={handScans} /> : null}
      {problem === undefined ? null : (
        <p className="scan-problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

function ImageButton({ disabled, onImage }: { disabled: boolean; onImage: (image: Blob) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    target.value = '';
    if (file !== undefined) onImage(file);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label="选择含码的图片"
        onChange={choose}
      />
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        选择图片
      </Button>
    </>
  );
}

function PasteBox({ onCode, handScans }: Pick<Props, 'onCode' | 'handScans'>) {
  const [text, setText] = useState('');
  useEffect(() => setText(''), [handScans]);
  const submit = () => {
    if (text === '') return;
    onCode(scannedCode(text));
    setText('');
  };
  return (
    <div className="paste">
      <Input
        aria-label="码文"
        placeholder="粘贴以 YP1: 开头的码文"
        value={text}
        maxLength={4096}
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onPressEnter={submit}
      />
      <Button type="primary" disabled={text === ''} onClick={submit}>
        核验
      </Button>
    </div>
  );
}
