import { NavLink } from 'react-router-dom';
import { LogoutOutlined } from '@ant-design/icons';
import type { Staff, StaffRole } from '@yuezheng/shared-types';
import { Logo } from './logo';
import { sectionsFor, type Section } from './sections';
import './sidebar.css';

const ROLE_NAMES: Readonly<Record<StaffRole, string>> = {
  reviewer: '审核人员',
  clerk: '窗口人员',
  administrator: '管理员',
};

interface Props {
  readonly staff: Staff;
  /** How much waits in each section; sections without work have no badge. */
  readonly badges: Readonly<Partial<Record<Section['path'], number>>>;
  readonly onLeave: () => void;
}

/** The navy column: what this official can open, who he is, and the way out. */
export function Sidebar({ staff, badges, onLeave }: Props) {
  return (
    <aside className="sidebar">
      <p className="sidebar-brand">
        <Logo size={30} />
        <span>粤证 工作台</span>
      </p>
      <nav aria-label="功能">
        {sectionsFor(staff.roles).map((section) => (
          <NavLink key={section.path} to={section.path} className="sidebar-link" title={section.title}>
            <span className="sidebar-icon" aria-hidden="true">
              {section.icon}
            </span>
            <span className="sidebar-title">{section.title}</span>
            <Badge count={badges[section.path] ?? 0} />
          </NavLink>
        ))}
      </nav>
      <div className="sidebar-person">
        <p className="sidebar-name">{staff.name}</p>
        <p className="sidebar-office">
          {staff.office}・{staff.roles.map((role) => ROLE_NAMES[role]).join('、')}
        </p>
        <button type="button" className="sidebar-leave" onClick={onLeave} title="退出登录">
          <LogoutOutlined aria-hidden="true" />
          <span>退出登录</span>
        </button>
      </div>
    </aside>
  );
}

function Badge({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="sidebar-badge">
      <span className="visually-hidden">待处理 </span>
      {count > 999 ? '999+' : count}
    </span>
  );
}
