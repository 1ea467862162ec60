import type { FieldCipher } from '../platform/crypto/field-cipher';
import type { NoticeTemplate } from './notice';

/** What a message says: sealed as a whole, because reasons and names are personal data. */
export interface MessageContent {
  readonly title: string;
  readonly text: string;
  readonly template?: NoticeTemplate;
}

const contextOf = (holderId: string) => ({ field: 'messages.content', owner: holderId });

/** Title, text and link of a message, encrypted for its holder’s row. */
export const sealContent = (cipher: FieldCipher, holderId: string, content: MessageContent): Buffer =>
  cipher.seal(contextOf(holderId), JSON.stringify(content));

/** What `sealContent` was given for the same holder. */
export const openContent = (cipher: FieldCipher, holderId: string, sealed: Buffer): MessageContent =>
  JSON.parse(cipher.open(contextOf(holderId), sealed)) as MessageContent;
