import { loginWithSms, sendSmsCode } from '@yuezheng/shared-types';
import { useState } from 'react';
import { api, session, type ApiProblem } from '../../api';
import { useCountdown } from './use-countdown';

export interface SmsLogin {
  readonly phone: string;
  readonly code: string;
  readonly phoneError?: string;
  readonly codeError?: string;
  /** What went wrong with neither of the two. */
  readonly problem?: ApiProblem;
  /** Seconds until another code can be sent. */
  readonly wait: number;
  typePhone(text: string): void;
  typeCode(text: string): void;
  send(): Promise<void>;
  /** Gives whether the person is logged in now. */
  logIn(): Promise<boolean>;
}

interface Complaints {
  readonly phoneError?: string;
  readonly codeError?: string;
  readonly problem?: ApiProblem;
}

const DEFAULT_WAIT_SECONDS = 60;
export const isPhone = (text: string): boolean => /^1\d{10}$/.test(text);
export const isSmsCode = (text: string): boolean => /^\d{6}$/.test(text);

/** What is typed on a phone's keyboard, full-width digits and spaces included. */
export const digitsOf = (text: string, most: number): string =>
  text.replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10)).replace(/\D/g, '').slice(0, most);

/** Log-in by phone number and SMS code, for browsers outside WeChat. */
export function useSmsLogin(): SmsLogin {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [complaints, setComplaints] = useState<Complaints>({});
  const countdown = useCountdown();
  const phoneError = isPhone(phone) ? undefined : '请填写 11 位手机号码，例如 13800138000。';

  return {
    phone,
    code,
    ...complaints,
    wait: countdown.left,
    typePhone(text) {
      setPhone(digitsOf(text, 11));
      setComplaints({});
    },
    typeCode(text) {
      setCode(digitsOf(text, 6));
      setComplaints({});
    },
    async send() {
      if (phoneError !== undefined) return setComplaints({ phoneError });
      const answer = await api.call(sendSmsCode, { body: { phone } });
      if (answer.ok) {
        setComplaints({});
        countdown.start(answer.value.retryAfterSeconds);
        return;
      }
      if (answer.problem.code === 'sms-too-often') countdown.start(DEFAULT_WAIT_SECONDS);
      setComplaints({ problem: answer.problem });
    },
    async logIn() {
      const codeError = isSmsCode(code) ? undefined : '请填写短信中的 6 位验证码。';
      if (phoneError ?? codeError) {
        setComplaints({ phoneError, codeError });
        return false;
      }
      const answer = await api.call(loginWithSms, { body: { phone, smsCode: code } });
      if (answer.ok) session.begin(answer.value);
      else setComplaints(answer.problem.code === 'sms-code-invalid' ? { codeError: answer.problem.sentence } : { problem: answer.problem });
      return answer.ok;
    },
  };
}
