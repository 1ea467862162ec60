import { Injectable } from '@nestjs/common';
import { ok, refuse, type DocumentType, type Result } from '@yuezheng/shared-types';
import type { RegisteredPerson } from '../exchange/payloads';
import { requireVerified } from '../platform/auth/guards';
import type { ResidentCaller } from '../platform/auth/caller';
import { Clock } from '../platform/clock/clock';
import { FieldCipher } from '../platform/crypto/field-cipher';
import { KeyedHash } from '../platform/crypto/keyed-hash';
import { Database, queryIn, type Tx } from '../platform/database/database';
import { newId } from '../platform/database/new-id';
import { fromExchangeDocument } from './document-types';
import type { ResidentEntity } from './entities/resident.entity';

/** A resident in clear. Never logged, never sent whole except where a contract says so. */
export interface ResidentProfile {
  readonly holderId: string;
  readonly documentType: DocumentType;
  readonly idNumber: string;
  readonly name: string;
  readonly phone: string | undefined;
  readonly sex: 'male' | 'female';
  readonly ethnicity: string | undefined;
  readonly birthDate: string;
  readonly householdCode: string | undefined;
  readonly household: string | undefined;
}

/** Columns of `residents r` as `Residents.open` takes them. */
export const RESIDENT_COLUMNS = `r.holder_id AS "holderId", r.document_type AS "documentType", r.id_number AS "idNumber", r.name, r.phone, r.sex, r.ethnicity,
  r.birth_date::text AS "birthDate", r.household_code AS "householdCode", r.household`;

/** A row of `residents`, sealed. */
export type ResidentRow = Pick<ResidentEntity, 'holderId' | 'documentType' | 'idNumber' | 'name' | 'phone' | 'sex' | 'ethnicity' | 'birthDate' | 'householdCode' | 'household'>;

const FIND = { name: 'resident-find', text: `SELECT ${RESIDENT_COLUMNS} FROM residents r WHERE r.holder_id = $1` };

/** How a resident can be reached. */
export interface Contacts {
  readonly accountId: string | undefined;
  readonly openid: string | undefined;
  readonly unionid: string | undefined;
  readonly phone: string | undefined;
}

const UPSERT = `
  INSERT INTO residents (holder_id, document_type, id_number, name, phone, sex, ethnicity, birth_date, household_code, household, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
  ON CONFLICT (holder_id) DO UPDATE SET name = excluded.name, phone = coalesce(excluded.phone, residents.phone), sex = excluded.sex,
    ethnicity = excluded.ethnicity, birth_date = excluded.birth_date, household_code = excluded.household_code,
    household = excluded.household, updated_at = excluded.updated_at`;

/** The people whom this system knows: those who verified their name, and those in their care. */
@Injectable()
export class Residents {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly keyedHash: KeyedHash,
    private readonly clock: Clock,
  ) {}

  async find(holderId: string): Promise<ResidentProfile | undefined> {
    const [row] = await this.database.prepared<ResidentRow>(FIND, [holderId]);
    return row && this.open(row);
  }

  /** Whom a request is about: the person logged in, or somebody in their care. A stranger's id is `not-found`. */
  async subjectOf(caller: ResidentCaller, wardId: string | undefined): Promise<Result<string>> {
    const self = requireVerified(caller);
    if (!self.ok || wardId === undefined || wardId === self.value) return self;
    const rows = await this.database.query('SELECT 1 FROM wards WHERE holder_id = $1 AND ward_id = $2', [self.value, wardId]);
    return rows.length === 1 ? ok(wardId) : refuse('not-found');
  }

  /** The holder of an id number, when we know one. */
  async holderOf(documentType: DocumentType, idNumber: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ holder_id: string }>('SELECT holder_id FROM resident_numbers WHERE number_index = $1', [this.indexOf(documentType, idNumber)]);
    return row?.holder_id;
  }

  /** Takes over what the register says of a person; the same number is always the same holder. */
  async register(tx: Tx, person: RegisteredPerson, phone?: string): Promise<string> {
    const documentType = fromExchangeDocument(person.documentType);
    const holderId = await this.claimNumber(tx, documentType, person.idNumber);
    const seal = (field: string, text: string | undefined): Buffer | null => (text === undefined ? null : this.cipher.seal({ field: `residents.${field}`, owner: holderId }, text));
    await queryIn(tx, UPSERT, [
      holderId, documentType, seal('id_number', person.idNumber), seal('name', person.name), seal('phone', phone), person.sex,
      person.ethnicity ?? null, person.birthDate, person.household?.code ?? null, seal('household', person.household?.text), this.clock.date(),
    ]);
    return holderId;
  }

  /** Where messages for the holder go; nothing for a ward, whose guardians are told instead. */
  async contactsOf(holderId: string): Promise<Contacts> {
    const [row] = await this.database.query<{ account_id: string; openid: string | null; unionid: string | null }>(
      `SELECT a.account_id, w.openid, w.unionid FROM accounts a LEFT JOIN wechat_bindings w USING (account_id)
       WHERE a.resident_id = $1 ORDER BY w.openid IS NULL, a.account_id LIMIT 1`,
      [holderId],
    );
    const profile = await this.find(holderId);
    return { accountId: row?.account_id, openid: row?.openid ?? undefined, unionid: row?.unionid ?? undefined, phone: profile?.phone };
  }

  async guardiansOf(wardId: string): Promise<string[]> {
    const rows = await this.database.query<{ holder_id: string }>('SELECT holder_id FROM wards WHERE ward_id = $1 ORDER BY holder_id', [wardId]);
    return rows.map((row) => row.holder_id);
  }

  private async claimNumber(tx: Tx, documentType: DocumentType, idNumber: string): Promise<string> {
    const index = this.indexOf(documentType, idNumber);
    // An update that changes nothing, so that the row comes back whoever made it.
    const [row] = await queryIn<{ holder_id: string }>(
      tx,
      `INSERT INTO resident_numbers AS n (number_index, holder_id) VALUES ($1, $2)
       ON CONFLICT (number_index) DO UPDATE SET holder_id = n.holder_id RETURNING holder_id`,
      [index, newId()],
    );
    if (!row) throw new Error('an upsert returned no row');
    return row.holder_id;
  }

  private indexOf(documentType: DocumentType, idNumber: string): Buffer {
    return this.keyedHash.of('id-number', `${documentType}:${idNumber}`);
  }

  /** A row in clear. */
  open(row: ResidentRow): ResidentProfile {
    const open = (field: string, sealed: Buffer): string => this.cipher.open({ field: `residents.${field}`, owner: row.holderId }, sealed);
    return {
      holderId: row.holderId,
      documentType: row.documentType,
      idNumber: open('id_number', row.idNumber),
      name: open('name', row.name),
      phone: row.phone ? open('phone', row.phone) : undefined,
      sex: row.sex,
      ethnicity: row.ethnicity ?? undefined,
      birthDate: row.birthDate,
      householdCode: row.householdCode ?? undefined,
      household: row.household ? open('household', row.household) : undefined,
    };
  }
}
