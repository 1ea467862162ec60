import { Text, View } from '@tarojs/components';
import { useEffect, useState, type PropsWithChildren, type ReactNode } from 'react';
import { usePreferences } from '../../features/preferences';
import { accessible, goBack, screenMetrics, showAppearance, titlePage, watchNetwork, isOnline } from '../../platform';
import { classNames } from '../class-names';
import { Icon } from '../Icon';
import { OfflineBanner } from '../OfflineBanner';
import { Tap } from '../Tap';
import './index.scss';

interface PageProps {
  /** In the middle of the bar; the browser's title as well. */
  readonly title: string;
  /** What stands in the bar instead of the title, from the left. */
  readonly bar?: ReactNode;
  /** Tab pages have nothing to go back to. */
  readonly tab?: boolean;
  readonly onBack?: () => unknown;
  /** `home`: brand light at the top; `permit`: deep blue under everything. */
  readonly tone?: 'plain' | 'home' | 'permit';
  /** The one thing to do, at the thumb. */
  readonly actions?: ReactNode;
  /** A line above the actions: what was saved on the left, where one is on the right. */
  readonly hints?: readonly [ReactNode, ReactNode];
  /** Sheets: outside the flow, inside the theme. */
  readonly overlay?: ReactNode;
  /** What still works without a network; absent: nothing is said here. */
  readonly offlineText?: string;
}

/** The frame of every page: bar, body, actions, with the edges of the phone left free. */
export function Page({ title, bar, tab = false, onBack = goBack, tone = 'plain', actions, hints, overlay, offlineText, children }: PropsWithChildren<PageProps>) {
  const { elder, appearance } = usePreferences();
  const { statusBar, titleBar, capsule } = screenMetrics();
  const online = useOnline();
  useEffect(() => titlePage(title), [title]);
  useEffect(() => showAppearance(appearance, elder), [appearance, elder]);

  return (
    <View className={classNames('yz-root', 'yz-page', `yz-page--${tone}`, tab && 'yz-page--tab', elder && 'yz-root--elder', appearance !== 'system' && `yz-root--${appearance}`)}>
      <View className="yz-page__bar" style={statusBar > 0 ? { paddingTop: `${statusBar}px` } : undefined}>
        <View className="yz-page__bar-row" style={{ minHeight: `${titleBar}px`, paddingRight: `${capsule}px` }}>
          {bar ?? (
            <>
              {!tab && (
                <Tap className="yz-page__back" label="返回" onTap={onBack}>
                  <Icon name="back" size={24} />
                </Tap>
              )}
              <Text className="yz-page__title" {...accessible({ role: 'heading' })}>
                {title}
              </Text>
            </>
          )}
        </View>
      </View>
      <View className="yz-page__body">
        {!online && offlineText !== undefined && <OfflineBanner text={offlineText} />}
        {children}
      </View>
      {actions && (
        <View className="yz-page__actions">
          {hints && (
            <View className="yz-page__hints">
              <View>{hints[0]}</View>
              <View>{hints[1]}</View>
            </View>
          )}
          {actions}
        </View>
      )}
      {overlay}
    </View>
  );
}

function useOnline(): boolean {
  const [online, setOnline] = useState(true);
  useEffect(() => {
    let mounted = true;
    void isOnline().then((now) => mounted && setOnline(now));
    const stop = watchNetwork(setOnline);
    return () => {
      mounted = false;
      stop();
    };
  }, []);
  return online;
}
