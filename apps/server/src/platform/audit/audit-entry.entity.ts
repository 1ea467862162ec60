import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One link of an audit chain. Rows are never changed: a trigger refuses it. */
@Entity({ name: 'audit_entries' })
export class AuditEntry {
  /** Such as `case:<id>` or `staff:<id>`. */
  @PrimaryColumn({ type: 'text' }) chain: string;
  @PrimaryColumn({ type: 'integer' }) seq: number;
  @Column({ type: 'timestamptz' }) at: Date;
  @Column({ name: 'actor_kind', type: 'text' }) actorKind: 'resident' | 'staff' | 'system';
  @Column({ name: 'actor_id', type: 'text' }) actorId: string;
  @Column({ type: 'text' }) action: string;
  @Column({ type: 'text' }) subject: string;
  @Column({ type: 'text', nullable: true }) purpose: string | null;
  @Column({ type: 'jsonb' }) details: Record<string, unknown>;
  @Column({ type: 'bytea' }) hash: Buffer;
}
