import { finishRealName, shanghaiDay, startRealName, type DocumentType } from '@yuezheng/shared-types';
import { useState } from 'react';
import { api, queryClient, type ApiProblem } from '../../api';
import { checkFace, wallNow } from '../../platform';
import { usePreferences } from '../preferences';
import { claimIssues, issuesOf, numberIssue, tidyNumber, type Claim, type ClaimField, type ClaimIssues } from './real-name';
import { digitsOf } from './use-sms-login';
import { useConfig } from './use-config';

export type RealNameStage =
  | { readonly kind: 'form' }
  | { readonly kind: 'checking' }
  /** The face check was gone through, and its result is not there yet. */
  | { readonly kind: 'pending'; readonly verificationId: string }
  | { readonly kind: 'failed'; readonly problem: ApiProblem }
  | { readonly kind: 'done'; readonly name: string; readonly documentType: DocumentType };

export interface RealName {
  readonly claim: Claim;
  readonly issues: ClaimIssues;
  readonly problem?: ApiProblem;
  readonly stage: RealNameStage;
  type(field: ClaimField, text: string): void;
  leave(field: ClaimField): void;
  takePhoneCode(code: string | undefined): void;
  readonly hasPhoneCode: boolean;
  start(): Promise<void>;
  finish(verificationId: string): Promise<void>;
  again(): void;
}

const EMPTY: Claim = { documentType: 'citizen-id', name: '', idNumber: '', phone: '' };
const CLOSED: ApiProblem = { code: 'face-check-pending', sentence: '人脸核验没有完成，请重新开始核验。', fields: [] };
const NOT_HERE: ApiProblem = { code: 'unexpected', sentence: '此浏览器不能进行人脸核验，请在微信中打开粤证完成认证。', fields: [] };

const today = (): string => shanghaiDay(wallNow());

/** Real-name verification: claim, face check, result. What was typed stays through all failures. */
export function useRealName(): RealName {
  const [claim, setClaim] = useState(EMPTY);
  const [issues, setIssues] = useState<ClaimIssues>({});
  const [problem, setProblem] = useState<ApiProblem>();
  const [stage, setStage] = useState<RealNameStage>({ kind: 'form' });
  const [phoneCode, setPhoneCode] = useState<string>();
  const sandboxUrl = useConfig()?.sandboxUrl;

  const backToForm = (why: ApiProblem): void => {
    const found = why.code === 'citizen-id-invalid' || why.code === 'birthday-in-future' ? { idNumber: why.sentence } : issuesOf(why.fields);
    setIssues(found);
    setProblem(Object.keys(found).length === 0 ? why : undefined);
    setStage({ kind: 'form' });
  };

  async function finish(verificationId: string): Promise<void> {
    setStage({ kind: 'checking' });
    const answer = await api.call(finishRealName, { params: { verificationId } });
    if (answer.ok) {
      const { name = '', documentType = claim.documentType, livesIn } = answer.value;
      setStage({ kind: 'done', name, documentType });
      if (livesIn) usePreferences.getState().settleIn(livesIn);
      void queryClient.invalidateQueries();
    } else if (answer.problem.code === 'face-check-pending') setStage({ kind: 'pending', verificationId });
    else setStage({ kind: 'failed', problem: answer.problem });
  }

  async function start(): Promise<void> {
    const found = claimIssues(claim, today());
    setIssues(found);
    setProblem(undefined);
    if (Object.keys(found).length > 0) return;
    setStage({ kind: 'checking' });
    const { phone, name, ...rest } = claim;
    const body = { ...rest, name: name.trim(), ...(phone !== '' && { phone }), ...(phoneCode !== undefined && { phoneCode }) };
    // A phone code works once.
    setPhoneCode(undefined);
    const answer = await api.call(startRealName, { body });
    if (!answer.ok) return backToForm(answer.problem);
    const { verificationId, faceVerifyId } = answer.value;
    if (faceVerifyId === undefined) return finish(verificationId);
    const outcome = await checkFace(faceVerifyId, sandboxUrl);
    if (outcome === 'done') return finish(verificationId);
    setStage({ kind: 'failed', problem: outcome === 'cancelled' ? CLOSED : NOT_HERE });
  }

  return {
    claim,
    issues,
    ...(problem && { problem }),
    stage,
    type(field, text) {
      const value = field === 'idNumber' ? tidyNumber(text) : field === 'phone' ? digitsOf(text, 11) : text;
      setClaim({ ...claim, ...(field === 'documentType' && { idNumber: '' }), [field]: value });
      setIssues({ ...issues, [field]: undefined });
    },
    leave(field) {
      if (field === 'idNumber' && claim.idNumber !== '') setIssues({ ...issues, idNumber: numberIssue(claim, today()) });
    },
    takePhoneCode: setPhoneCode,
    hasPhoneCode: phoneCode !== undefined,
    start,
    finish,
    again: () => setStage({ kind: 'form' }),
  };
}
