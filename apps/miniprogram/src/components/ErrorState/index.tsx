import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import type { ApiProblem } from '../../api';
import { accessible, openPage } from '../../platform';
import { pages } from '../../pages';
import { classNames } from '../class-names';
import { Button } from '../Button';
import { Icon } from '../Icon';
import '../Empty/index.scss';

interface ErrorStateProps {
  /** What was to be shown: 办件、证照. */
  readonly what: string;
  readonly problem: ApiProblem;
  readonly onRetry?: () => unknown;
}

/** Problems that are solved on another page, with the way there. */
const WAYS: Partial<Record<ApiProblem['code'], { readonly title: string; readonly verb: string; readonly page: string }>> = {
  'not-logged-in': { title: '登录后查看', verb: '去登录', page: pages.login },
  'session-ended': { title: '登录已失效', verb: '重新登录', page: pages.login },
  'real-name-required': { title: '还没有实名认证', verb: '去实名认证', page: pages.realName },
};

/** What happened, what to do, and the button that tries again; a child stands in for the button. */
export function ErrorState({ what, problem, onRetry, children }: PropsWithChildren<ErrorStateProps>) {
  const offline = problem.code === 'offline';
  const way = WAYS[problem.code];
  const icon = offline ? 'offline' : way ? 'user' : 'alert';
  return (
    <View className="yz-empty" {...accessible({ role: 'alert' })}>
      <View className={classNames('yz-empty__sign', !way && 'yz-empty__sign--bad')}>
        <Icon name={icon} size={32} />
      </View>
      <Text className="yz-empty__title">{offline ? '没有连上网络' : (way?.title ?? `没能显示${what}`)}</Text>
      <Text className="yz-empty__text">{problem.sentence}</Text>
      {problem.requestId !== undefined && !way && problem.code !== 'not-found' && <Text className="yz-empty__text">咨询时请提供编号 {problem.requestId.slice(-8)}</Text>}
      {(children ?? way ?? onRetry) && <View className="yz-empty__action">{children ?? (way ? <WayOut {...way} /> : <Retry onRetry={onRetry} />)}</View>}
    </View>
  );
}

function WayOut({ verb, page }: { readonly verb: string; readonly page: string }) {
  return <Button onTap={() => openPage(page)}>{verb}</Button>;
}

function Retry({ onRetry }: Pick<ErrorStateProps, 'onRetry'>) {
  return (
    <Button kind="secondary" icon="refresh" onTap={onRetry}>
      重新加载
    </Button>
  );
}
