import { View } from '@tarojs/components';
import { listCases, listDrafts, shanghaiDay } from '@yuezheng/shared-types';
import { useState } from 'react';
import { Button, Card, ConfirmSheet, Empty, ListRow, Notice, Page, SkeletonCards } from '../../../components';
import { deleteDraft, resumeDraft, useDraftList, type ListedDraft } from '../../../features/drafts/use-draft-list';
import { shortMoment } from '../../../features/clock-words';
import { useCases } from '../../../features/cases/use-cases';
import { useReread } from '../../../features/use-reread';
import { openPage, useReachBottom, wallNow } from '../../../platform';
import { pages } from '../../../pages';
import { CaseCard } from '../parts/CaseCard';
import { Obstacle } from '../parts/Obstacle';
import './index.scss';

/** 我的办件: what is not submitted yet, and what became of the rest. */
export default function CasesPage() {
  const view = useCases();
  const drafts = useDraftList();
  const [deleting, setDeleting] = useState<ListedDraft>();
  useReachBottom(() => void view.more?.());
  useReread(listCases, listDrafts);
  const isEmpty = view.cases?.length === 0 && drafts.length === 0;

  return (
    <Page
      title="我的办件"
      offlineText="没有网络，下面是上次看到的内容。"
      overlay={deleting && <DeleteSheet draft={deleting} onClose={() => setDeleting(undefined)} />}
    >
      {drafts.length > 0 && (
        <Card rows title="未提交的草稿">
          {drafts.map((draft) => (
            <ListRow
              key={draft.id}
              icon="edit"
              title={draft.serviceTitle}
              text={`${draft.forName} · ${shortMoment(draft.savedAt, wallNow())}`}
              aside={
                <View className="yz-cases__buttons">
                  <Button kind="plain" size="small" label={`删除草稿${draft.serviceTitle}`} onTap={() => setDeleting(draft)}>
                    删除
                  </Button>
                  <Button kind="secondary" size="small" onTap={() => resumeDraft(draft)}>
                    继续
                  </Button>
                </View>
              }
            />
          ))}
        </Card>
      )}
      {view.cases === undefined ? (
        view.problem ? <Obstacle what="办件" problem={view.problem} onRetry={view.retry} /> : <SkeletonCards count={3} />
      ) : (
        <>
          {view.problem && <Notice tone="warning" text={`${view.problem.sentence}下面是上次看到的内容。`} />}
          {view.cases.map((item) => (
            <CaseCard key={item.id} item={item} today={shanghaiDay(wallNow())} />
          ))}
          {isEmpty && (
            <Empty icon="folder" title="还没有办件" text="提交申请后，可以在这里查看进度、补交材料。">
              <Button kind="secondary" onTap={() => openPage(pages.services)}>
                去办事
              </Button>
            </Empty>
          )}
          {view.more && (
            <Button kind="plain" onTap={view.more}>
              查看更早的办件
            </Button>
          )}
        </>
      )}
    </Page>
  );
}

function DeleteSheet({ draft, onClose }: { readonly draft: ListedDraft; readonly onClose: () => void }) {
  const [problem, setProblem] = useState<string>();
  const remove = async () => {
    const answer = await deleteDraft(draft.id);
    if (answer.ok) onClose();
    else setProblem(answer.problem.sentence);
  };
  return (
    <ConfirmSheet title="删除草稿" verb="删除这份草稿" problem={problem} onConfirm={remove} onClose={onClose}>
      “{draft.serviceTitle}”已填写的内容和上传的图片会一并删除，不能恢复。
    </ConfirmSheet>
  );
}
