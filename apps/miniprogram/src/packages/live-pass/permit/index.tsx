import { getPermit, type PermitFace } from '@yuezheng/shared-types';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { queryClient, queryKey, useRead } from '../../../api';
import { Button, ErrorState, Notice, Page, SkeletonBar } from '../../../components';
import { keepFace, keptPermits } from '../../../features/live-pass/kept-passes';
import { useLivePermit } from '../../../features/live-pass/use-live-permit';
import { openPage, useDidShow, usePageParams } from '../../../platform';
import { pages } from '../../../pages';
import { Actions } from './Actions';
import { Details } from './Details';
import { Face } from './Face';
import { Showing } from './Showing';
import './index.scss';

/** The live permit: as good as the card, and never the same code twice. */
export default function PermitPage() {
  const { permitId = '' } = usePageParams();
  const permit = useRead(getPermit, { params: { permitId } });
  // It may have been endorsed or suspended since it was read. What is being read already is fresh enough.
  useDidShow(() => void queryClient.invalidateQueries({ queryKey: queryKey(getPermit, { params: { permitId } }) }, { cancelRefetch: false }));
  // Without a network the permit is shown as it was last read.
  const face = permit.error && isAbout(permit.error.problem.code) ? undefined : (permit.data ?? keptPermits()[permitId]?.face);
  const fresh = permit.data;
  const [reading, setReading] = useState(false);
  useEffect(() => {
    if (fresh) keepFace(fresh);
  }, [fresh]);

  return (
    <Page
      title="电子居住证"
      tone="permit"
      overlay={reading && face && <Details face={face} isFresh={fresh !== undefined && !permit.error} onClose={() => setReading(false)} />}
    >
      {face ? <Permit face={face} onDetails={() => setReading(true)} /> : permit.error ? <Failed problem={permit.error.problem} onRetry={permit.refetch} /> : <Skeleton />}
    </Page>
  );
}

/** Whether the problem is about the permit or the person, and not about the way to the server. */
const isAbout = (code: string): boolean => code === 'not-found' || code === 'not-logged-in' || code === 'session-ended';

function Permit({ face, onDetails }: { readonly face: PermitFace; readonly onDetails: () => void }) {
  const view = useLivePermit(face.id, face.status === 'valid');
  return (
    <>
      {view.state.captured && (
        <Notice
          tone="warning"
          text={view.state.captured === 'screenshot' ? '检测到截屏，刚才的码已作废，已换成新码。' : '检测到录屏，刚才的码已作废。'}
        />
      )}
      <View className="yz-live yz-root--light">
        <Face face={face} now={view.state.code && view.state.now} />
        <Showing face={face} view={view} />
      </View>
      <Actions face={face} onDetails={onDetails} />
    </>
  );
}

function Failed({ problem, onRetry }: { readonly problem: Parameters<typeof ErrorState>[0]['problem']; readonly onRetry: () => unknown }) {
  return (
    <View className="yz-live yz-live--plain yz-root--light">
      <ErrorState what="证照" problem={problem} onRetry={onRetry}>
        {problem.code === 'not-found' ? (
          <Button kind="secondary" onTap={() => openPage(pages.wallet)}>
            返回亮证
          </Button>
        ) : undefined}
      </ErrorState>
    </View>
  );
}

function Skeleton() {
  return (
    <View className="yz-live yz-live--plain yz-root--light">
      <SkeletonBar width={46} height={24} />
      <SkeletonBar height={108} />
      <SkeletonBar height={288} />
    </View>
  );
}
