import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StaffRole } from '@yuezheng/shared-types';

/** An official's account. No cities means the whole province. */
@Entity({ name: 'staff' })
export class StaffEntity {
  @PrimaryColumn({ name: 'staff_id', type: 'uuid' }) staffId: string;
  @Column({ type: 'text' }) username: string;
  /** `scrypt$N$r$p$salt$hash`, see `password.ts`. */
  @Column({ type: 'text' }) password: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) office: string;
  @Column({ type: 'text', array: true }) roles: StaffRole[];
  @Column({ type: 'text', array: true }) cities: string[];
  @Column({ name: 'counter_id', type: 'uuid', nullable: true }) counterId: string | null;
  @Column({ name: 'counter_name', type: 'text', nullable: true }) counterName: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}
