import { listPermits } from '@yuezheng/shared-types';
import { useRead } from '../../../api';
import { Button, Card, Empty, ListRow, Page, QueryView, SkeletonCards, Tag } from '../../../components';
import { useReread } from '../../../features/use-reread';
import { openPage } from '../../../platform';
import { pages } from '../../../pages';

const add = () => openPage(pages.addPermit, { via: 'digital-space' });

/** 数字空间: the person's documents, and the other way to add one (row A7). */
export default function DigitalSpacePage() {
  const wallet = useRead(listPermits, {});
  useReread(listPermits);
  return (
    <Page title="数字空间" offlineText="没有网络，可到“亮证”出示启用过的证照。" actions={wallet.data && <Button icon="plus" onTap={add}>添加证照</Button>}>
      <QueryView query={wallet} what="证照" skeleton={<SkeletonCards count={1} lines={4} />}>
        {({ permits }) =>
          permits.length === 0 ? (
            <Empty icon="folder" title="数字空间里还没有证照" text="添加后，居住证会出现在这里和“亮证”中。" />
          ) : (
            <Card rows title="我的证照">
              {permits.map((permit) => (
                <ListRow
                  key={permit.id}
                  icon="id-card"
                  title={`${permit.title}（${permit.holderName}）`}
                  text={`${permit.cityName} ・ 有效期至 ${permit.validUntil}`}
                  aside={<Tag tone={permit.tone} text={permit.statusLabel} />}
                  onTap={() => openPage(pages.permit, { permitId: permit.id })}
                />
              ))}
            </Card>
          )
        }
      </QueryView>
    </Page>
  );
}
