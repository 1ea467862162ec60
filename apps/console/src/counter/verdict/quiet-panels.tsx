/** Nothing scanned yet, or cleared. */
export function WaitingPanel({ cleared }: { cleared: boolean }) {
  return (
    <section className="verdict quiet" aria-label="等待扫码">
      <svg className="quiet-sign" viewBox="0 0 96 96" aria-hidden="true">
        <g fill="none" stroke="currentColor" strokeWidth="5" strokeLinecap="round">
          <path d="M10 30V18a8 8 0 0 1 8-8h12M66 10h12a8 8 0 0 1 8 8v12M86 66v12a8 8 0 0 1-8 8H66M30 86H18a8 8 0 0 1-8-8V66" />
          <path d="M22 48h52" />
        </g>
      </svg>
      <h2>请扫描对方手机上的“亮证”码</h2>
      <p>
        {cleared
          ? '上一次核验的个人信息已从屏幕清除。'
          : '用扫码枪直接扫描即可，也可以打开摄像头、粘贴码文或选择图片。'}
      </p>
    </section>
  );
}

/** A code was read; the last person's data are gone already. */
export function CheckingPanel() {
  return (
    <section className="verdict quiet" aria-busy="true" aria-label="正在核验">
      <span className="quiet-spinner" aria-hidden="true" />
      <h2>正在核验</h2>
      <p>4 秒内没有答复，会自动改为离线核验。</p>
    </section>
  );
}

/** The verification itself did not take place. */
export function FailedPanel({ sentence }: { sentence: string }) {
  return (
    <section className="verdict quiet quiet-failed" aria-label="没有核验成功">
      <h2>没有核验成功</h2>
      <p>{sentence}</p>
    </section>
  );
}
