import type { ReviewCase } from '@yuezheng/shared-types';

/** One sheet to look at: which material it belongs to and where it stands in it. */
export interface Page {
  readonly fileId: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

/** All materials as one row of sheets, in the order of the definition. */
export function pagesOf(materials: ReviewCase['materials']): readonly Page[] {
  return materials.flatMap(({ title, files }) =>
    files.map((file, index) => ({
      fileId: file.id,
      title: files.length > 1 ? `${title}（第 ${index + 1} 张）` : title,
      width: file.width,
      height: file.height,
    })),
  );
}
