import type { LocalDate } from '../time/local-date';
import { addDays } from '../time/local-date';
import type { Archetype } from './archetypes';
import type { Scene } from './building-blocks';
import {
  contract,
  daysBefore,
  employerName,
  enrolmentDay,
  insured,
  leased,
  ownedHome,
  registered,
  schoolName,
} from './building-blocks';
import { hkMacaoTaiwanPermit, issuedPermit } from './permit-blocks';
import type { PersonRecords } from './records';
import { noRecords } from './records';

/** What a situation needs to know of the person besides the home. */
export interface Subject {
  birthDate: LocalDate;
  /** Another home, in another city of the province. */
  formerHome: Scene['home'];
}

type Build = (scene: Scene, subject: Subject) => Partial<PersonRecords>;

const monthsOf = (days: number): number => Math.floor(days / 30);

/** Lives and works here long enough: everything is in the data. */
const settled = (scene: Scene, days: number): Partial<PersonRecords> => {
  const employer = employerName(scene);
  return {
    registrations: [registered(scene, days)],
    insurance: [insured(scene, monthsOf(days), employer)],
    employment: [contract(scene, days, employer)],
    leases: scene.random.chance(0.6) ? [leased(scene, days)] : [],
  };
};

const overHalfAYear = ({ random }: Scene): number => random.between(200, 900);

const holder =
  (validUntil: (scene: Scene) => LocalDate, status: 'valid' | 'suspended'): Build =>
  (scene) => {
    const years = scene.random.between(1, 4);
    return {
      ...settled(scene, 365 * years + 380),
      permits: [issuedPermit(scene, validUntil(scene), years, status)],
    };
  };

const fromOutside =
  (regionCode: '810000' | '820000' | '830000'): Build =>
  (scene, { birthDate }) => ({
    ...settled(scene, overHalfAYear(scene)),
    hkMacaoTaiwanPermit: hkMacaoTaiwanPermit(scene, regionCode, birthDate),
  });

const BUILDERS: Readonly<Record<Archetype, Build>> = {
  exempt: (scene) => settled(scene, overHalfAYear(scene)),
  'rare-name': (scene) => settled(scene, overHalfAYear(scene)),
  guardian: (scene) => settled(scene, overHalfAYear(scene)),
  'no-photo': (scene) => ({ ...settled(scene, overHalfAYear(scene)), hasPhoto: false }),
  'with-materials': (scene) => ({
    registrations: [registered(scene, overHalfAYear(scene), { declarer: 'landlord' })],
  }),
  'too-early': (scene) => settled(scene, scene.random.between(40, 150)),
  'owner-home': (scene) => ({
    registrations: [
      registered(scene, scene.random.between(20, 120), { basis: 'owned', ownerRelation: 'self' }),
    ],
    homes: [ownedHome(scene, scene.random.between(220, 2_500), 'self')],
  }),
  'relative-home': (scene) => {
    const ownerRelation = scene.random.pick(['spouse', 'parent'] as const);
    return {
      registrations: [
        registered(scene, scene.random.between(20, 120), { basis: 'relative-owned', ownerRelation }),
      ],
      homes: [ownedHome(scene, scene.random.between(220, 2_500), ownerRelation)],
    };
  },
  elder: (scene) => ({
    registrations: [
      registered(scene, overHalfAYear(scene), { basis: 'relative-owned', ownerRelation: 'child' }),
    ],
    homes: [ownedHome(scene, scene.random.between(1_000, 4_000), 'child')],
  }),
  student: (scene) => ({
    registrations: [
      registered(scene, scene.random.between(20, 150), { basis: 'dormitory', declarer: 'school' }),
    ],
    schooling: [
      {
        city: scene.home.cityCode,
        school: schoolName(scene, scene.random.pick(['理工学院', '职业技术学院', '师范学院'])),
        stage: 'university',
        from: enrolmentDay(scene, 200),
        continuous: true,
      },
    ],
  }),
  'minor-with-guardian': (scene) => ({
    registrations: [registered(scene, 400, { declarer: 'guardian' })],
    schooling: [
      {
        city: scene.home.cityCode,
        school: schoolName(scene, '小学'),
        stage: 'primary',
        from: enrolmentDay(scene, 380),
        continuous: true,
      },
    ],
  }),
  'self-employed': (scene) => {
    const days = overHalfAYear(scene);
    return {
      registrations: [registered(scene, days)],
      employment: [
        {
          city: scene.home.cityCode,
          employer: employerName(scene).replace('有限公司', '商行'),
          kind: 'business-licence',
          from: daysBefore(scene, days + 30),
        },
      ],
    };
  },
  'gap-in-insurance': (scene) => {
    const days = scene.random.between(300, 700);
    return {
      registrations: [registered(scene, days)],
      insurance: [insured(scene, monthsOf(days), employerName(scene), [3, 4, 5])],
    };
  },
  'wrong-information': (scene) => ({
    ...settled(scene, 60),
    registrations: [
      registered(scene, 60),
      registered(scene, 420, {
        to: daysBefore(scene, 61),
        status: 'wrong-information',
        declarer: 'landlord',
      }),
    ],
  }),
  'moved-city': (scene, { formerHome }) => {
    const days = scene.random.between(30, 140);
    const former = { ...scene, home: formerHome };
    return {
      ...settled(scene, days),
      registrations: [
        registered(scene, days),
        registered(former, days + 700, { to: daysBefore(scene, days + 1), status: 'ended' }),
      ],
    };
  },
  unregistered: (scene) => ({ ...settled(scene, 300), registrations: [], leases: [] }),
  'local-household': (scene) => ({ ...settled(scene, 500), registrations: [], leases: [] }),
  'permit-valid': holder(
    ({ referenceDay, random }) => addDays(referenceDay, random.between(60, 330)),
    'valid',
  ),
  'permit-due-soon': holder(({ referenceDay }) => addDays(referenceDay, 28), 'valid'),
  'permit-overdue': holder(
    ({ referenceDay, random }) => addDays(referenceDay, -random.between(1, 20)),
    'valid',
  ),
  'suspended-permit': holder(
    ({ referenceDay, random }) => addDays(referenceDay, -random.between(60, 500)),
    'suspended',
  ),
  'hk-resident': fromOutside('810000'),
  'macao-resident': fromOutside('820000'),
  'taiwan-resident': fromOutside('830000'),
};

/** The records of someone in the given situation, counted from the scene's reference day. */
export const recordsFor = (archetype: Archetype, scene: Scene, subject: Subject): PersonRecords => ({
  ...noRecords(),
  ...BUILDERS[archetype](scene, subject),
});
