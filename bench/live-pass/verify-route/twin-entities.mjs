import { EntitySchema } from 'typeorm';

// What the twin keeps: as much as our route reads and writes for one scan, in the tables that one would draw first.

/** @template T @typedef {import('typeorm').EntitySchemaOptions<T>} EntitySchemaOptions */
/** @typedef {{ id: string, name: string, office: string, roles: string[] }} StaffRow */
/** @typedef {{ tokenHash: string, expiresAt: Date, staff: StaffRow }} SessionRow */
/** @typedef {{ id: string, name: string, idNumber: string, sex: string, birthDate: string, deviceId: string, burnedBefore?: string | null }} HolderRow */
/** @typedef {{ id: string, statusIndex: number, address: string, validUntil: string, status: string, holder: HolderRow }} PermitRow */
/** @typedef {{ id: string, presentationId: string, place: string, purpose: string, verifiedAt: Date, accepted: boolean, challenge: string, permit: PermitRow, staff: StaffRow }} VerificationRow */
/** @typedef {{ chain: string, seq: number, at: Date, actor: string, action: string, purpose: string, hash: string }} AuditRow */
/** @typedef {{ presentationId: string, usedAt: Date }} UseRow */

const id = /** @type {const} */ ({ type: 'uuid', primary: true, generated: 'uuid' });
const text = /** @type {const} */ ({ type: 'text' });

export const Staff = new EntitySchema(/** @type {EntitySchemaOptions<StaffRow>} */ ({ name: 'Staff', tableName: 'staff', columns: { id, name: text, office: text, roles: { type: 'simple-array' } } }));

export const Session = new EntitySchema(/** @type {EntitySchemaOptions<SessionRow>} */ ({
  name: 'Session',
  tableName: 'sessions',
  columns: { tokenHash: { ...text, primary: true }, expiresAt: { type: 'timestamptz' } },
  relations: { staff: { type: 'many-to-one', target: 'Staff' } },
}));

export const Holder = new EntitySchema(/** @type {EntitySchemaOptions<HolderRow>} */ ({
  name: 'Holder', tableName: 'holders', columns: { id, name: text, idNumber: text, sex: text, birthDate: { type: 'date' }, deviceId: text, burnedBefore: { type: 'bigint', nullable: true } },
}));

export const Permit = new EntitySchema(/** @type {EntitySchemaOptions<PermitRow>} */ ({
  name: 'Permit',
  tableName: 'permits',
  columns: { id, statusIndex: { type: 'integer', unique: true }, address: text, validUntil: { type: 'date' }, status: text },
  relations: { holder: { type: 'many-to-one', target: 'Holder' } },
}));

export const Verification = new EntitySchema(/** @type {EntitySchemaOptions<VerificationRow>} */ ({
  name: 'Verification',
  tableName: 'verifications',
  columns: { id, presentationId: { ...text, unique: true }, place: text, purpose: text, verifiedAt: { type: 'timestamptz' }, accepted: { type: 'boolean' }, challenge: text },
  relations: { permit: { type: 'many-to-one', target: 'Permit' }, staff: { type: 'many-to-one', target: 'Staff' } },
}));

export const AuditEntry = new EntitySchema(/** @type {EntitySchemaOptions<AuditRow>} */ ({
  name: 'AuditEntry',
  tableName: 'audit_entries',
  columns: { chain: { ...text, primary: true }, seq: { type: 'integer', primary: true }, at: { type: 'timestamptz' }, actor: text, action: text, purpose: text, hash: text },
}));

/** For the twin that does no more than the floor. */
export const Use = new EntitySchema(
  /** @type {EntitySchemaOptions<UseRow>} */ ({ name: 'Use', tableName: 'uses', columns: { presentationId: { ...text, primary: true }, usedAt: { type: 'timestamptz' } } }),
);

export const ENTITIES = [Staff, Session, Holder, Permit, Verification, AuditEntry, Use];
