import { ERRORS, type ErrorCode, type FieldIssue, type Problem } from '@yuezheng/shared-types';

/**
 * Why a call gave no answer: the server's refusal, no way to the server, an answer nobody can read, or an official who
 * works without a log-in, for whom nothing is sent.
 */
export type FailureCause =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unreadable'; readonly status: number }
  | { readonly kind: 'offline-identity' };

/** A call that failed, with the sentence for the person at the screen. */
export class ApiFailure extends Error {
  constructor(readonly reason: FailureCause) {
    super(sentenceOf(reason));
    this.name = 'ApiFailure';
  }

  get code(): ErrorCode | undefined {
    return this.reason.kind === 'problem' ? this.reason.problem.code : undefined;
  }

  /** The field complaints of a refused form; none for every other failure. */
  get fields(): readonly FieldIssue[] {
    return this.reason.kind === 'problem' ? (this.reason.problem.fields ?? []) : [];
  }

  /** On a conflict: the record as it stands now, still to be parsed by the one who knows its shape. */
  get current(): unknown {
    return this.reason.kind === 'problem' ? this.reason.problem.current : undefined;
  }

  /** No answer for want of a network, or of a log-in that there was no network for: nothing is wrong with the call. */
  get isOutOfReach(): boolean {
    return this.reason.kind === 'unreachable' || this.reason.kind === 'offline-identity';
  }

  /** Whether the server may have done the work although no answer came: the same intent may be sent again. */
  get uncertain(): boolean {
    return this.reason.kind !== 'problem' || this.reason.problem.status >= 500;
  }
}

/** The same kind of value whatever was thrown, for pages that show it. */
export const toFailure = (thrown: unknown): ApiFailure =>
  thrown instanceof ApiFailure ? thrown : new ApiFailure({ kind: 'unreadable', status: 0 });

function sentenceOf(reason: FailureCause): string {
  switch (reason.kind) {
    case 'problem':
      return reason.problem.detail || ERRORS[reason.problem.code].sentence;
    case 'unreachable':
      return '连接不上服务器，请检查网络后重试，已填写的内容仍在本页。';
    case 'unreadable':
      return '服务器的答复无法识别，请稍后重试，仍不行请联系管理员。';
    case 'offline-identity':
      return '当前以离线身份工作，恢复网络后请登录再试。';
  }
}
