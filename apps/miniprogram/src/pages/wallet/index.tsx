import { findLinkablePermits, listPermits, type PermitCard as Permit } from '@yuezheng/shared-types';
import { Text, View } from '@tarojs/components';
import { useRead } from '../../api';
import { Button, Card, Empty, Icon, ListRow, Notice, Page, PermitCard, QueryView, SkeletonBar, Tag, Tap } from '../../components';
import { shortMoment } from '../../features/clock-words';
import { cardState } from '../../features/live-pass/permit-words';
import { useKeptPermits } from '../../features/live-pass/use-kept-permits';
import { useReread } from '../../features/use-reread';
import { openPage, wallNow } from '../../platform';
import { pages } from '../../pages';
import { shanghaiDay } from '@yuezheng/shared-types';
import './index.scss';

const openLinking = () => openPage(pages.addPermit, { via: 'wallet' });

/** 亮证: the permits of the holder and of those in their care. */
export default function WalletPage() {
  const wallet = useRead(listPermits, {});
  const kept = useKeptPermits();
  useReread(listPermits);

  return (
    <Page title="亮证" tab offlineText="没有网络，启用过的证照仍可出示。">
      <View className="yz-wallet__head">
        <Text className="yz-wallet__title">我的证照</Text>
        <Tap className="yz-wallet__add" label="添加证照" onTap={openLinking}>
          <Icon name="plus" size={22} />
        </Tap>
      </View>
      <QueryView
        query={wallet}
        what="证照"
        skeleton={<Skeleton />}
        onProblem={({ problem }) => (kept.length > 0 && (problem.code === 'offline' || problem.code === 'timeout') ? <Kept permits={kept} text={problem.sentence} /> : undefined)}
      >
        {({ permits, lastVerification }) =>
          permits.length === 0 ? (
            <Nothing />
          ) : (
            <>
              <Stack permits={permits} />
              {lastVerification && (
                <Card rows>
                  <ListRow
                    icon="shield"
                    title="最近查验"
                    text={`${shortMoment(lastVerification.at, wallNow())} ${lastVerification.where}`}
                    onTap={() => openPage(pages.verifications, { permitId: permits[0]?.id })}
                  />
                </Card>
              )}
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

function Stack({ permits }: { readonly permits: readonly Permit[] }) {
  const today = shanghaiDay(wallNow());
  return (
    <View className="yz-wallet__stack">
      {permits.map((permit) => (
        <PermitCard
          key={permit.id}
          className="yz-wallet__card"
          look={permit.ward ? 'ward' : 'residence'}
          title={permit.title}
          name={permit.ward ? `${permit.holderName}（被监护人）` : permit.holderName}
          lines={[`${permit.cityName}${permit.districtName}`, `有效期至 ${permit.validUntil}`]}
          {...cardState(permit, today)}
          muted={permit.status !== 'valid'}
          onTap={() => openPage(pages.permit, { permitId: permit.id })}
        />
      ))}
    </View>
  );
}

function Kept({ permits, text }: { readonly permits: readonly Permit[]; readonly text: string }) {
  return (
    <>
      <Notice tone="warning" text={`${text}下面是在此手机上启用过的证照，仍可出示。`} />
      <Stack permits={permits} />
    </>
  );
}

/** The wallet before anything is in it: what was found in the person's name stands first. */
function Nothing() {
  const found = useRead(findLinkablePermits, {}).data?.permits ?? [];
  if (found.length > 0) return <Found permits={found} />;
  return (
    <Empty icon="id-card" title="还没有证照" text="已有居住证的，添加后即可出示；还没有的，可以在线申领。">
      <View className="yz-wallet__ways">
        <Button onTap={openLinking}>添加证照</Button>
        <Button kind="secondary" onTap={() => openPage(pages.services)}>
          去申领
        </Button>
      </View>
    </Empty>
  );
}

function Found({ permits }: { readonly permits: readonly Permit[] }) {
  return (
    <>
      {permits.map((permit) => (
        <Card key={permit.id} title={`查到${permit.ward ? permit.holderName : '您'}的${permit.cityName}居住证`}>
          <View className="yz-wallet__found">
            <Text>有效期至 {permit.validUntil}</Text>
            <Tag tone={permit.tone} text={permit.statusLabel} />
          </View>
          <Button onTap={() => openPage(pages.addPermit, { via: 'wallet', found: '1' })}>添加</Button>
        </Card>
      ))}
    </>
  );
}

function Skeleton() {
  return (
    <View className="yz-wallet__skeleton">
      <SkeletonBar height={196} />
    </View>
  );
}
