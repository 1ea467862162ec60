import { RealNameVerificationEntity } from '../../accounts/entities/real-name-verification.entity';
import { ResidentEntity } from '../../accounts/entities/resident.entity';
import { StaffEntity } from '../../accounts/entities/staff.entity';
import { AuditEntry } from '../audit/audit-entry.entity';

/** Every entity that TypeORM maps. */
export const ENTITIES = [AuditEntry, RealNameVerificationEntity, ResidentEntity, StaffEntity] as const;
