import type { ReviewCase } from '@yuezheng/shared-types';

/** Whether there is a portrait that this official may look at: uploaded, or on record. */
export const hasPortrait = ({ photoFileId, portraitOnRecord }: ReviewCase): boolean =>
  photoFileId !== undefined || portraitOnRecord;
