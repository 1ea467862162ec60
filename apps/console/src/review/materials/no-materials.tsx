import type { ReviewCase } from '@yuezheng/shared-types';
import { useHasRole } from '../../session/use-session';
import { EmptyState } from '../../states/states';
import { Portrait } from '../portrait/portrait';
import { hasPortrait } from '../portrait/has-portrait';

/** A case without documents: the portrait is what is left to look at, so that it has their place. */
export function NoMaterials({ reviewCase }: { reviewCase: ReviewCase }) {
  const { exempt } = reviewCase;
  const decides = useHasRole('reviewer');
  if (!hasPortrait(reviewCase))
    return (
      <section className="card materials" aria-label="申请材料">
        <h3 className="card-title">申请材料</h3>
        <EmptyState {...reasonFor(exempt, decides)} />
      </section>
    );
  return (
    <section className="card materials" aria-label="证件照片">
      <div className="card-head">
        <h3 className="card-title">{reviewCase.portraitOnRecord ? '人口库照片' : '本次上传的照片'}</h3>
        <span className="card-note">{exempt ? '免提交材料，条件已由政务数据核验' : '没有上传材料'}</span>
      </div>
      <div className="materials-portrait">
        <Portrait reviewCase={reviewCase} className="materials-portrait-image" />
      </div>
    </section>
  );
}

/** Why there is nothing to look at; administrators see how a case goes, not what people sent in. */
function reasonFor(exempt: boolean, decides: boolean): { readonly title: string; readonly text: string } {
  if (exempt) return { title: '免提交材料', text: '条件已由政务数据核验，请看左侧的比对和资格校验。' };
  return decides
    ? { title: '没有上传材料', text: '如需材料，请一次性告知申请人补正。' }
    : { title: '材料由审核人员查看', text: '管理员可查看办理情况、解除认领，不查看申请材料和照片。' };
}
