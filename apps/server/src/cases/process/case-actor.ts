import type { Actor } from '@yuezheng/case-engine';
import type { StaffCaller } from '../../platform/auth/caller';
import type { Actor as AuditActor } from '../../platform/audit/audit';

/** Who takes a step: as the engine judges them, and by which name colleagues see a claim. */
export interface CaseActor {
  readonly engine: Actor;
  readonly name: string;
}

export const SYSTEM: CaseActor = { engine: { kind: 'system' }, name: '系统' };

/** A resident who acts on a case; the timeline shows no name. */
export const residentActor = (id: string): CaseActor => ({ engine: { kind: 'resident', id }, name: '' });

export const staffActor = ({ staff }: StaffCaller): CaseActor => ({ engine: { kind: 'staff', id: staff.id, roles: staff.roles, cities: staff.cities }, name: staff.name });

export const auditActor = ({ engine }: CaseActor): AuditActor => (engine.kind === 'system' ? { kind: 'system', id: 'system' } : { kind: engine.kind, id: engine.id });
