/** The situations people are in, with how many people of each city are in it. */
export const ARCHETYPES = {
  exempt: { label: '免材料', perCity: 22 },
  'with-materials': { label: '需上传材料', perCity: 10 },
  'too-early': { label: '未满半年', perCity: 12 },
  'owner-home': { label: '自有住房', perCity: 6 },
  'relative-home': { label: '直系亲属住房', perCity: 4 },
  student: { label: '在校学生', perCity: 6 },
  'self-employed': { label: '个体经营', perCity: 2 },
  'gap-in-insurance': { label: '社保中断', perCity: 4 },
  'permit-valid': { label: '持证有效', perCity: 6 },
  'permit-due-soon': { label: '签注将到期', perCity: 4 },
  'permit-overdue': { label: '签注刚逾期', perCity: 3 },
  'suspended-permit': { label: '使用功能中止', perCity: 3 },
  'minor-with-guardian': { label: '未成年人', perCity: 4 },
  guardian: { label: '监护人', perCity: 4 },
  elder: { label: '老年人', perCity: 3 },
  'no-photo': { label: '无留存照片', perCity: 4 },
  'rare-name': { label: '姓名含生僻字', perCity: 2 },
  'wrong-information': { label: '登记信息错误', perCity: 3 },
  'moved-city': { label: '跨市搬迁', perCity: 2 },
  unregistered: { label: '未办居住登记', perCity: 2 },
  'local-household': { label: '本市户籍', perCity: 2 },
  'hk-resident': { label: '香港居民', perCity: 2 },
  'macao-resident': { label: '澳门居民', perCity: 2 },
  'taiwan-resident': { label: '台湾居民', perCity: 1 },
} as const;

export type Archetype = keyof typeof ARCHETYPES;

export const ARCHETYPE_NAMES = Object.keys(ARCHETYPES) as Archetype[];

export const isArchetype = (text: string): text is Archetype => Object.hasOwn(ARCHETYPES, text);

/** People from Hong Kong, Macao and Taiwan: they have travel permits, not citizen identity numbers. */
export const isFromOutsideMainland = (archetype: Archetype): boolean =>
  archetype === 'hk-resident' || archetype === 'macao-resident' || archetype === 'taiwan-resident';
