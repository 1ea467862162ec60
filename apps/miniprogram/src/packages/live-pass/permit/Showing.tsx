import { SLOT_MS } from '@yuezheng/live-pass';
import type { PermitFace } from '@yuezheng/shared-types';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Icon, Notice, type IconName } from '../../../components';
import { clockWithSeconds, obstacleWords, statusWords, untilWords } from '../../../features/live-pass/permit-words';
import type { LiveState, Obstacle } from '../../../features/live-pass/live-state';
import type { LiveView } from '../../../features/live-pass/use-live-permit';
import { accessible } from '../../../platform';
import { LiveCode } from './LiveCode';
import { Scanned } from './Scanned';
import { useEndorse } from '../../../features/wallet/use-endorse';
import './showing.scss';

/** The part that lives: the code, or what the counter's scan gave, or why there is none. */
export function Showing({ face, view: { state, live } }: { readonly face: PermitFace; readonly view: LiveView }) {
  return (
    <View className="yz-live__showing">
      <View className="yz-live__cut" />
      {face.status !== 'valid' ? (
        <NotValid face={face} />
      ) : state.scan?.accepted && live ? (
        <Scanned scan={state.scan} after={state.afterScan} onClose={live.putScanAway} />
      ) : state.obstacle && live ? (
        <Obstructed state={state} onTakeOver={live.takeOver} onRetry={live.retry} />
      ) : (
        <>
          {state.scan && <Notice tone="danger" text={`${state.scan.where}没有通过：${state.scan.result}。请出示下面的新码。`} />}
          <Code state={state} />
        </>
      )}
      {face.status === 'valid' && !state.obstacle && (
        <View className="yz-live__band">
          <View className="yz-live__light" />
          <Text className="yz-live__band-words">{bandWords(state)}</Text>
        </View>
      )}
    </View>
  );
}

function bandWords({ now, until, online }: LiveState): string {
  if (!online && until !== undefined && now !== undefined && now < until) return `离线出示 ・ ${untilWords(until, now)} 前可用 ・ 窗口会另看身份证`;
  return '离线也可出示 ・ 截图无效 ・ 扫码即失效';
}

function Code({ state: { code, now, timeIsSure, online } }: { readonly state: LiveState }) {
  const left = code?.kind === 'code' && now !== undefined ? Math.max(1, Math.min(SLOT_MS / 1000, Math.ceil((code.changesAt - now) / 1000))) : undefined;
  return (
    <>
      <View className="yz-live__code">
        {code?.kind === 'code' && <LiveCode code={code.code} />}
        {code?.kind === 'waiting' && <Text className="yz-live__wait">已作废的码较多，请等 {code.seconds} 秒</Text>}
        {code === undefined && <Text className="yz-live__wait">正在准备</Text>}
      </View>
      <View className="yz-live__foot">
        <View className="yz-live__next">
          <Ring part={left === undefined ? 0 : (left * 1000) / SLOT_MS} />
          <Text>{left === undefined ? '稍等' : `${left} 秒后更新`}</Text>
        </View>
        <Text className="yz-live__clock">{now === undefined ? '' : clockWithSeconds(now)}</Text>
      </View>
      {!timeIsSure && !online && <Notice tone="warning" text="时间未经网络校准，如窗口提示时间不符，请连接网络后再出示。" />}
    </>
  );
}

function Ring({ part }: { readonly part: number }) {
  return (
    <View className="yz-live__ring" style={{ background: `conic-gradient(var(--yz-ok) ${Math.round(part * 360)}deg, var(--yz-line) 0)` }} {...accessible({ hidden: true })}>
      <View className="yz-live__ring-hole" />
    </View>
  );
}

const SIGNS: Record<Obstacle['why'], IconName> = { replaced: 'swap', recording: 'eye-off', clock: 'clock', expired: 'offline', 'no-randomness': 'alert', refused: 'offline' };

interface ObstructedProps {
  readonly state: LiveState;
  readonly onTakeOver: NonNullable<LiveView['live']>['takeOver'];
  readonly onRetry: NonNullable<LiveView['live']>['retry'];
}

function Obstructed({ state: { obstacle }, onTakeOver, onRetry }: ObstructedProps) {
  const [failed, setFailed] = useState<string>();
  if (obstacle === undefined) return null;
  const { title, text } = obstacleWords(obstacle);
  const run = async (doIt: ObstructedProps['onRetry']) => setFailed((await doIt())?.sentence);
  return (
    <View className="yz-live__stop" {...accessible({ role: 'status' })}>
      <Icon name={SIGNS[obstacle.why]} size={40} className="yz-live__stop-sign" />
      <Text className="yz-live__stop-title">{title}</Text>
      <Text className="yz-live__stop-text">{text}</Text>
      {failed !== undefined && failed !== text && <Notice tone="danger" text={failed} />}
      {obstacle.why === 'replaced' && <Button onTap={() => run(onTakeOver)}>改在此手机出示</Button>}
      {obstacle.why !== 'replaced' && obstacle.why !== 'recording' && (
        <Button kind="secondary" icon="refresh" onTap={() => run(onRetry)}>
          再试一次
        </Button>
      )}
    </View>
  );
}

function NotValid({ face }: { readonly face: PermitFace }) {
  const endorse = useEndorse(face);
  const { title, text } = statusWords(face);
  return (
    <View className="yz-live__stop" {...accessible({ role: 'status' })}>
      <Icon name="alert" size={40} className="yz-live__stop-sign yz-live__stop-sign--bad" />
      <Text className="yz-live__stop-title">{title}</Text>
      <Text className="yz-live__stop-text">{face.todo?.text ?? text}</Text>
      {endorse && <Button onTap={endorse.open}>{endorse.verb}</Button>}
    </View>
  );
}
