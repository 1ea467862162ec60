import { useSyncExternalStore } from 'react';
import { installOffer } from './install-offer';

/** 安装到本机, with what it is good for, where the browser offers it; nothing elsewhere. */
export function InstallButton() {
  const open = useSyncExternalStore(installOffer.subscribe, installOffer.isOpen);
  if (!open) return null;
  return (
    <button type="button" className="link" onClick={() => void installOffer.accept()}>
      安装到本机（断网也能打开）
    </button>
  );
}
