import { useReviewImage } from './use-review-image';

interface Props {
  readonly caseId: string;
  /** Absent: the portrait on record. */
  readonly fileId?: string;
  readonly size: 'thumb' | 'full';
  readonly alt: string;
  readonly className: string;
}

/** An image of a case in a box of its own shape; a button to try again where it did not come. */
export function ReviewImage({ caseId, fileId, size, alt, className }: Props) {
  const { url, error, retry } = useReviewImage(caseId, fileId, size);
  if (url !== undefined) return <img className={className} src={url} alt={alt} draggable={false} />;
  if (error !== null)
    return (
      <button
        type="button"
        className={`${className} image-retry`}
        onClick={retry}
        aria-label={`重新载入${alt}`}
      >
        重新载入
      </button>
    );
  return <span className={`${className} image-loading`} role="status" aria-label={`正在载入${alt}`} />;
}
