import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocumentType } from '@yuezheng/shared-types';

/** A person whose identity the authority's data confirm: whoever logged in, and their wards. Sealed columns open through `Residents`. */
@Entity({ name: 'residents' })
export class ResidentEntity {
  @PrimaryColumn({ name: 'holder_id', type: 'uuid' }) holderId: string;
  @Column({ name: 'document_type', type: 'text' }) documentType: DocumentType;
  @Column({ name: 'id_number', type: 'bytea' }) idNumber: Buffer;
  @Column({ type: 'bytea' }) name: Buffer;
  @Column({ type: 'bytea', nullable: true }) phone: Buffer | null;
  @Column({ type: 'text' }) sex: 'male' | 'female';
  @Column({ type: 'text', nullable: true }) ethnicity: string | null;
  /** `YYYY-MM-DD` */
  @Column({ name: 'birth_date', type: 'date' }) birthDate: string;
  @Column({ name: 'household_code', type: 'text', nullable: true }) householdCode: string | null;
  @Column({ type: 'bytea', nullable: true }) household: Buffer | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt: Date;
}
