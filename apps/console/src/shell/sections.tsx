import { FileTextOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { StaffRole } from '@yuezheng/shared-types';

/** A part of the desk: who may open it and where it lies. */
export interface Section {
  readonly path: '/review' | '/counter';
  readonly title: string;
  readonly icon: ReactNode;
  readonly roles: readonly StaffRole[];
}

const SECTIONS: readonly Section[] = [
  { path: '/review', title: '审核', icon: <FileTextOutlined />, roles: ['reviewer', 'administrator'] },
  { path: '/counter', title: '窗口核验', icon: <SafetyCertificateOutlined />, roles: ['clerk'] },
];

/** What an official with these roles can open. */
export const sectionsFor = (roles: readonly StaffRole[]): readonly Section[] =>
  SECTIONS.filter((section) => section.roles.some((role) => roles.includes(role)));
