import type { NewStaff } from './staff-register';

/** An official's account for development, with its password in clear: never made in production. */
export interface DevAccount extends NewStaff {
  /** One line for whoever tries the system. */
  readonly note: string;
}

const GUANGZHOU = '440100';
const ZHUHAI = '440400';

export const DEV_ACCOUNTS: readonly DevAccount[] = [
  {
    username: 'chenzhiyuan', password: 'Tianhe-Shenhe-1', name: '陈志远', office: '广州市公安局天河区分局', roles: ['reviewer'], cities: [GUANGZHOU],
    note: '广州审核人员',
  },
  {
    username: 'liangwanyi', password: 'Yuexiu-Shenhe-2', name: '梁婉仪', office: '广州市公安局越秀区分局', roles: ['reviewer'], cities: [GUANGZHOU],
    note: '广州另一名审核人员，用于两人同时办一件',
  },
  {
    username: 'zhouhaitao', password: 'Zhuhai-Shenhe-3', name: '周海涛', office: '珠海市公安局香洲分局', roles: ['reviewer'], cities: [ZHUHAI],
    note: '珠海审核人员',
  },
  {
    username: 'huangshaoming', password: 'Quansheng-Shenhe-4', name: '黄绍明', office: '广东省公安厅治安管理局', roles: ['reviewer'], cities: [],
    note: '全省审核人员',
  },
  {
    username: 'hejiamin', password: 'Tianhe-Chuangkou-5', name: '何嘉敏', office: '天河区政务服务中心', roles: ['clerk'], cities: [GUANGZHOU],
    counter: { id: '0a6d1c52-6f0b-4e0e-9a53-7c1e4b2f3a01', name: '天河区政务服务中心 3 号窗口' }, note: '窗口人员，核验亮证',
  },
  {
    username: 'wujianhui', password: 'Panyu-Chuangkou-6', name: '吴建辉', office: '番禺区政务服务中心', roles: ['clerk'], cities: [GUANGZHOU],
    counter: { id: '0a6d1c52-6f0b-4e0e-9a53-7c1e4b2f3a02', name: '番禺区政务服务中心 1 号窗口' }, note: '另一处窗口人员，用于一码两处使用',
  },
  {
    username: 'admin', password: 'Guanliyuan-7', name: '郑思远', office: '广东省公安厅', roles: ['administrator'], cities: [],
    note: '管理员，可把缺勤人员认领的件退回队列',
  },
];
