import type { FieldIssue, Material } from '@yuezheng/shared-types';

const path = (material: Material): string => `materials.${material.id}`;

/** The complaint about a material that is required and was not uploaded. */
export const missingMaterial = (material: Material): FieldIssue => ({
  path: path(material),
  code: 'material-missing',
  message: `请上传${material.title}：${material.hint}。`,
});

/** What is wrong with the `count` pages that were uploaded of a material, or nothing. */
export const checkMaterial = (material: Material, count: number): FieldIssue | undefined =>
  count > material.max
    ? { path: path(material), code: 'material-too-many', message: `${material.title}最多 ${material.max} 张，请删去多余的照片。` }
    : undefined;
