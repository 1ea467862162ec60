import { useCallback, useEffect, useRef, useState } from 'react';
import { useOnline } from '../../api/connection';
import type { KeptTrust } from './choose-trust';
import type { Trust } from './trust-opening';
import { keptTrust, markRunning, refreshTrust, type TrustProblem } from './trust-store';

/** Statuses may be this old when the network goes; online verifications ask the server itself. */
const REFRESH_MS = 30_000;
const MARK_MS = 15_000;

const SENTENCES: Readonly<Record<TrustProblem, string>> = {
  unreachable: '公钥和状态没有更新成功，请检查网络后重试。',
  damaged: '收到的状态未通过签名校验，没有采用。请确认本机连接的是政务网络，仍不行请联系管理员。',
  older: '收到的状态比本机已有的更旧，没有采用。请确认本机连接的是政务网络，仍不行请联系管理员。',
  'other-list': '收到的不是本系统的状态列表，没有采用。请确认本机连接的是政务网络，仍不行请联系管理员。',
  'no-storage': '本机浏览器不能保存数据，断网后无法离线核验，请改用普通窗口打开。',
};

export interface TrustControl {
  readonly trust?: Trust;
  readonly refreshing: boolean;
  /** Why the last refresh brought nothing. */
  readonly problem?: string;
  readonly refresh: () => void;
}

/** Keeps keys, statuses and the clock fresh while there is a network, and at hand when there is none. */
export function useTrust(): TrustControl {
  const online = useOnline();
  const [trust, setTrust] = useState<Trust>();
  const [refreshing, setRefreshing] = useState(false);
  const [problem, setProblem] = useState<TrustProblem>();
  const alive = useRef(true);
  const atHand = useRef<Promise<KeptTrust | undefined>>();

  const refresh = useCallback(async () => {
    setRefreshing(true);
    const refreshed = (atHand.current ?? keptTrust()).then(refreshTrust);
    atHand.current = refreshed.then(({ kept }) => kept);
    const { kept, problem: found } = await refreshed;
    if (!alive.current) return;
    setRefreshing(false);
    setProblem(found);
    setTrust(kept?.trust);
  }, []);

  useEffect(() => {
    alive.current = true;
    atHand.current ??= keptTrust();
    void atHand.current.then((found) => alive.current && setTrust((present) => present ?? found?.trust));
    return () => {
      alive.current = false;
    };
  }, []);
  useEffect(() => {
    const work = online ? refresh : markRunning;
    void work();
    const timer = setInterval(() => void work(), online ? REFRESH_MS : MARK_MS);
    return () => clearInterval(timer);
  }, [online, refresh]);

  return {
    trust,
    refreshing,
    problem: problem === undefined ? undefined : SENTENCES[problem],
    refresh: () => void refresh(),
  };
}
