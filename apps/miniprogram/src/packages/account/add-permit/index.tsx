import { View } from '@tarojs/components';
import type { PermitFace } from '@yuezheng/shared-types';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { api, queryClient } from '../../../api';
import { Button, Card, Empty, ErrorState, ListRow, Notice, Page, PermitCard, SkeletonCards, VerdictHeader } from '../../../components';
import { createLinking, type Linking, type LinkStage } from '../../../features/wallet/linking';
import { foundText, linkedWords } from '../../../features/wallet/link-words';
import { useEndorse } from '../../../features/wallet/use-endorse';
import { goBack, openPage, replacePage, usePageParams } from '../../../platform';
import { pages } from '../../../pages';
import './index.scss';

/** 添加证照, by either of the two documented ways (row A7). */
export default function AddPermitPage() {
  const { via, found } = usePageParams();
  const linking = useMemo(() => createLinking(api, via === 'digital-space' ? 'digital-space' : 'wallet'), [via]);
  const stage = useStore(linking);
  // Whoever comes from a permit that was found need not say what kind it is.
  useEffect(() => {
    if (found === '1') void linking.search();
  }, [linking]);
  return (
    <Page title="添加证照" onBack={stage.kind === 'kinds' || stage.kind === 'linked' ? goBack : linking.backToKinds}>
      <Stage stage={stage} linking={linking} />
    </Page>
  );
}

function Stage({ stage, linking }: { readonly stage: LinkStage; readonly linking: Linking }) {
  switch (stage.kind) {
    case 'kinds':
      return (
        <Card rows title="选择证照类型">
          <ListRow icon="id-card" title="居住证" text="广东省电子居住证，与实体证同等效力" onTap={linking.search} />
        </Card>
      );
    case 'searching':
      return (
        <>
          <Notice tone="info" text="正在查询您名下的居住证" />
          <SkeletonCards count={1} lines={4} />
        </>
      );
    case 'found':
      return <Found stage={stage} linking={linking} />;
    case 'nothing':
      return (
        <Empty icon="search" title="没有查到可以添加的居住证" text="已添加的请到“亮证”查看；还没有的，可以在线申领，或到窗口核对登记信息。">
          <Button onTap={() => openPage(pages.services)}>去申领</Button>
        </Empty>
      );
    case 'failed':
      return <ErrorState what="居住证" problem={stage.problem} onRetry={linking.search} />;
    case 'linked':
      return <Linked permit={stage.permit} />;
  }
}

function Found({ stage: { permits, problem }, linking }: { readonly stage: Extract<LinkStage, { kind: 'found' }>; readonly linking: Linking }) {
  return (
    <>
      <VerdictHeader tone="info" title={`查到 ${permits.length} 本居住证`} text={foundText(permits)} />
      {problem && <Notice tone="danger" text={problem.sentence} />}
      {permits.map((permit) => (
        <View key={permit.id} className="yz-add__permit">
          <PermitCard
            look={permit.ward ? 'ward' : 'residence'}
            title={permit.title}
            name={permit.holderName}
            lines={[permit.idNumber, `${permit.cityName}${permit.districtName} ・ 有效期至 ${permit.validUntil}`]}
            state={permit.statusLabel}
            muted={permit.status !== 'valid'}
          />
          <Button onTap={() => linking.link(permit.id)}>添加这本居住证</Button>
        </View>
      ))}
    </>
  );
}

function Linked({ permit }: { readonly permit: PermitFace }) {
  const endorse = useEndorse(permit);
  const show = async () => {
    await queryClient.invalidateQueries();
    await replacePage(pages.permit, { permitId: permit.id });
  };
  return (
    <>
      <VerdictHeader {...linkedWords(permit)} />
      <View className="yz-add__permit">
        {permit.status === 'valid' ? <Button onTap={show}>现在亮证</Button> : endorse && <Button onTap={endorse.open}>{endorse.verb}</Button>}
        <Button kind="secondary" onTap={() => openPage(pages.wallet)}>
          查看我的证照
        </Button>
      </View>
    </>
  );
}
