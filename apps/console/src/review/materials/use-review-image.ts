import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getReviewFile, getReviewPortrait } from '@yuezheng/shared-types';
import { valueOrThrow } from '../../api/answer';
import { fetchImage } from '../../api/client';

const KEPT_MS = 60_000;

export interface ReviewImageSource {
  /** An object URL while the component lives; undefined before the image is there. */
  readonly url?: string;
  readonly error: unknown;
  readonly retry: () => void;
}

/**
 * An image of a case, fetched with the session (an `<img>` by itself could not send it) and forgotten soon after.
 * Without a file id it is the portrait on record.
 */
export function useReviewImage(caseId: string, fileId: string | undefined, size: 'thumb' | 'full'): ReviewImageSource {
  const query = useQuery({
    queryKey: ['review-file', caseId, fileId, size],
    queryFn: ({ signal }) =>
      valueOrThrow(
        fileId === undefined
          ? fetchImage(getReviewPortrait, { params: { caseId } }, { signal })
          : fetchImage(getReviewFile, { params: { caseId, fileId }, query: { size } }, { signal }),
      ),
    staleTime: Infinity,
    gcTime: KEPT_MS,
  });
  const [url, setUrl] = useState<string>();
  const blob = query.data;
  useEffect(() => {
    if (blob === undefined) return undefined;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => {
      setUrl(undefined);
      URL.revokeObjectURL(made);
    };
  }, [blob]);
  return { url, error: query.error, retry: () => void query.refetch() };
}
