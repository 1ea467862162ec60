import { Injectable } from '@nestjs/common';
import { FieldCipher } from './field-cipher';

/** Values that are stored whole and read by nobody but us: JSON, encrypted as one field. */
@Injectable()
export class SealedJson {
  constructor(private readonly cipher: FieldCipher) {}

  /** @param field `table.column` */
  seal(field: string, owner: string, value: unknown): Buffer {
    return this.cipher.seal({ field, owner }, JSON.stringify(value));
  }

  /** What `seal` was given for the same place; authenticated, so its shape is the one that was written. */
  open<T>(field: string, owner: string, sealed: Uint8Array): T {
    return JSON.parse(this.cipher.open({ field, owner }, sealed)) as T;
  }
}
