import Taro from '@tarojs/taro';

interface FacialVerify {
  requestFacialVerify?(options: { verifyId: string; success(): void; fail(error: { errMsg?: string }): void }): void;
}

/** `done` says only that the check was gone through: whether it passed is for the server to ask WeChat. */
export type FaceCheckOutcome = 'done' | 'cancelled' | 'unsupported';

/**
 * Shows WeChat's face check (version 2.0). Must follow a tap.
 *
 * @param verifyId what the server got from `getVerifyId`
 * @param sandboxUrl where the stand-in for WeChat answers, from `GET /api/config`; absent in production
 * @returns `unsupported` in a browser outside the sandbox and in an old WeChat: the page says 请在微信中打开
 */
export async function checkFace(verifyId: string, sandboxUrl?: string): Promise<FaceCheckOutcome> {
  if (process.env.TARO_ENV === 'h5') return sandboxUrl === undefined ? 'unsupported' : checkFaceInSandbox(verifyId, sandboxUrl);
  const { requestFacialVerify } = Taro as unknown as FacialVerify;
  if (requestFacialVerify === undefined) return 'unsupported';
  return new Promise((resolve) => {
    requestFacialVerify({ verifyId, success: () => resolve('done'), fail: () => resolve('cancelled') });
  });
}

async function checkFaceInSandbox(verifyId: string, sandboxUrl: string): Promise<FaceCheckOutcome> {
  try {
    const answer = await fetch(`${sandboxUrl.replace(/\/$/, '')}/phone/face/${encodeURIComponent(verifyId)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ result: 'pass' }),
    });
    return answer.ok ? 'done' : 'cancelled';
  } catch {
    return 'cancelled';
  }
}
