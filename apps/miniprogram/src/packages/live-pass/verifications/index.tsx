import { listPermitVerifications, type PermitVerification, type z } from '@yuezheng/shared-types';
import { Button, Card, Empty, ListRow, Page, SkeletonCards, Tag } from '../../../components';
import { ErrorState } from '../../../components';
import { shortMoment } from '../../../features/clock-words';
import { usePages } from '../../../features/use-pages';
import { usePageParams, wallNow } from '../../../platform';

type Verification = z.infer<typeof PermitVerification>;

/** Row F5: who verified the permit, where, when, for what. */
export default function VerificationsPage() {
  const { permitId = '' } = usePageParams();
  const list = usePages(listPermitVerifications, (cursor) => ({ params: { permitId }, query: { ...(cursor !== undefined && { cursor }) } }));
  const all = list.pages.flatMap(({ verifications }) => verifications);
  return (
    <Page title="查验记录" offlineText="没有网络，连上后可查看最新记录。">
      {list.problem && all.length === 0 ? (
        <ErrorState what="查验记录" problem={list.problem} onRetry={list.retry} />
      ) : list.loading ? (
        <SkeletonCards count={1} lines={6} />
      ) : all.length === 0 ? (
        <Empty icon="shield" title="还没有查验记录" text="窗口扫描您的亮证码后，时间、地点和用途会记在这里。" />
      ) : (
        <>
          <Card rows>
            {all.map((one) => (
              <Row key={one.id} verification={one} />
            ))}
          </Card>
          {list.more && (
            <Button kind="plain" onTap={list.more}>
              查看更早的记录
            </Button>
          )}
        </>
      )}
    </Page>
  );
}

function Row({ verification: { at, where, purpose, accepted, result, offline } }: { readonly verification: Verification }) {
  const details = [shortMoment(at, wallNow()), purpose, ...(offline ? ['离线核验'] : []), ...(accepted ? [] : [result])];
  return <ListRow title={where} text={details.join(' ・ ')} aside={<Tag tone={accepted ? 'ok' : 'danger'} text={accepted ? '通过' : '未通过'} />} />;
}
