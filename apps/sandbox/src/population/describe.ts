import { ARCHETYPES } from './archetypes';
import type { Archetype } from './archetypes';
import type { Person } from './person';

type Describe = (person: Person) => string;

const since = ({ records }: Person): string => records.registrations[0]?.from ?? '';

const validUntil = ({ records }: Person): string => records.permits[0]?.validUntil ?? '';

const sentence =
  (text: string): Describe =>
  () =>
    text;

const DESCRIPTIONS: Readonly<Record<Archetype, Describe>> = {
  exempt: (person) => `${since(person)} 登记居住，社保连续，政务数据可核验（免材料）`,
  'with-materials': (person) => `${since(person)} 登记居住，查不到就业、住所、就读数据，须上传材料`,
  'too-early': (person) => `${since(person)} 登记居住，未满半年，暂不能申领`,
  'owner-home': sentence('刚登记居住，自有住房满半年，不受半年限制'),
  'relative-home': sentence('刚登记居住，住在配偶或父母满半年的自有住房'),
  student: sentence('在校学生，连续就读满半年'),
  'self-employed': (person) => `${since(person)} 登记居住，有营业执照，没有社保`,
  'gap-in-insurance': sentence('登记居住满半年，社保中断三个月'),
  'permit-valid': (person) => `持有居住证，有效期至 ${validUntil(person)}`,
  'permit-due-soon': (person) => `持有居住证，${validUntil(person)} 到期，该签注了`,
  'permit-overdue': (person) => `持有居住证，${validUntil(person)} 已过签注期限`,
  'suspended-permit': (person) => `持有居住证，${validUntil(person)} 逾期未签注，使用功能已中止`,
  'minor-with-guardian': sentence('未成年人，由监护人代办'),
  guardian: sentence('监护人，可为自己和子女申领'),
  elder: sentence('老年人，住在子女的自有住房'),
  'no-photo': (person) => `${since(person)} 登记居住，没有留存照片，须上传`,
  'rare-name': (person) => `姓名含生僻字，${since(person)} 登记居住`,
  'wrong-information': (person) => `曾有一条“信息错误”的登记，${since(person)} 起重新登记`,
  'moved-city': (person) => `从外市搬来，${since(person)} 在本市登记居住`,
  unregistered: sentence('有社保，没有居住登记'),
  'local-household': sentence('本市户籍，不属于居住证申领范围'),
  'hk-resident': sentence('香港居民，不属于电子居住证申领范围'),
  'macao-resident': sentence('澳门居民，不属于电子居住证申领范围'),
  'taiwan-resident': sentence('台湾居民，不属于电子居住证申领范围'),
};

const SHENZHEN = '440300';

/** 深圳 issues its permits itself: who lives there without one has nothing to apply for here. */
const appliesElsewhere = ({ city, documentType, archetype, records }: Person): boolean =>
  city.code === SHENZHEN && documentType === 'identity-card' && archetype !== 'local-household' && records.permits.length === 0;

/** One line in Chinese: why this person is worth trying. */
export const describePerson: Describe = (person) =>
  DESCRIPTIONS[person.archetype](person) + (appliesElsewhere(person) ? '；深圳市自行受理申领，这里会指路' : '');

/** The tag beside the name. */
export const archetypeLabel: Describe = (person) => (appliesElsewhere(person) ? '深圳另行受理' : ARCHETYPES[person.archetype].label);
