export { fromHex, toHex } from './bytes';
export { fromBase45, toBase45 } from './base45';
export * from './challenge';
export { CREDENTIAL_LIFETIME_MS, issueCredential, readCredential, RESIDENCE_PERMIT } from './credential';
export type {
  Credential,
  CredentialClaims,
  CredentialRequest,
  IssuedCredential,
  IssueError,
} from './credential';
export { createCredentialCache, type CredentialCache, type VouchedCredential } from './credential-cache';
export { ALG_EDDSA } from './crypto-context';
export type { CoseAlg, CryptoContext, IssuerKey, KeyPair, PublicKey } from './crypto-context';
export { examine, type Examined, type ExamineContext } from './examine';
export { explainRefusal, type Explanation, type KnownPermit } from './explain-refusal';
export { fromScanner } from './from-scanner';
export * from './holder-clock';
export { judge, type JudgeFacts, type PermitStatus, type StatusFact } from './judge';
export { decodeKeySet, encodeKeySet, type IssuerKeys } from './key-set';
export { isMaskedName, maskName, MASKED_NAME_MOST_BYTES } from './masked-name';
export { nobleContext } from './noble-context';
export { checkPossession, provePossession, type PossessionError } from './possession';
export { createPresenter, present } from './present';
export type { MomentError, Presenter, PresenterError, Showable, Showing, ShowingError, ShownCode } from './present';
export { CODE_MOST_CHARACTERS, CODE_PREFIX, type CounterBinding } from './presentation';
export { refusalGuide, REPLACED_PHONE, type RefusalGuide } from './refusals';
export type { Result } from './result';
export * from './slot';
export { packStatuses, statusAt, type ListedStatus } from './status-bits';
export { openStatusList, signStatusList, statusFromList } from './status-list';
export type { Deflate, Inflate, StatusList, StatusListError, StatusListReader } from './status-list';
export * from './verdict';
export { verifyPresentation, type VerifyContext } from './verify-presentation';
