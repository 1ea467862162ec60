import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocumentType } from '@yuezheng/shared-types';

/** A real-name verification between its two halves. `identity` seals name, number and phone. */
@Entity({ name: 'real_name_verifications' })
export class RealNameVerificationEntity {
  @PrimaryColumn({ name: 'account_id', type: 'uuid' }) accountId: string;
  @PrimaryColumn({ name: 'verification_id', type: 'uuid' }) verificationId: string;
  @Column({ name: 'document_type', type: 'text' }) documentType: DocumentType;
  @Column({ type: 'bytea' }) identity: Buffer;
  @Column({ name: 'face_verify_id', type: 'text', nullable: true }) faceVerifyId: string | null;
  /** Our own number of the face check (`out_seq_no`). */
  @Column({ name: 'face_request', type: 'text', nullable: true }) faceRequest: string | null;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt: Date;
}
