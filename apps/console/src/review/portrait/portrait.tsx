import type { ReviewCase } from '@yuezheng/shared-types';
import { ReviewImage } from '../materials/review-image';

/** The portrait that the permit will carry. */
export function Portrait({ reviewCase, className }: { reviewCase: ReviewCase; className: string }) {
  const { id, photoFileId, portraitOnRecord, applicant, onBehalfOf } = reviewCase;
  return (
    <ReviewImage
      className={className}
      caseId={id}
      fileId={photoFileId}
      size="full"
      alt={`${onBehalfOf ?? applicant} 的${portraitOnRecord ? '人口库照片' : '证件照片'}`}
    />
  );
}
