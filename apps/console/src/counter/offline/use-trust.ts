import { useCallback, useEffect, useRef, useState } from 'react';
import { useOnline } from '../../api/connection';
import { counterDb, type StoredTrust } from './counter-db';
import { forgetOldUses } from './seen';
import { fetchTrust } from './trust';
import { openTrust, type Trust } from './trust-opening';

/** Statuses may be this old when the network goes; online verifications ask the server itself. */
const REFRESH_MS = 30_000;

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
  const [problem, setProblem] = useState<string>();
  const alive = useRef(true);

  const refresh = useCallback(async () => {
    setRefreshing(true);
    const stored = await fetchTrust();
    const opened = stored === undefined ? undefined : openTrust(stored);
    if (!alive.current) return;
    setRefreshing(false);
    setProblem(opened === undefined ? '公钥和状态没有更新成功，请检查网络后重试。' : undefined);
    if (stored === undefined || opened === undefined) return;
    setTrust(opened);
    await keep(stored, opened).catch(() =>
      setProblem('本机浏览器不能保存数据，断网后无法离线核验，请改用普通窗口打开。'),
    );
  }, []);

  useEffect(() => {
    alive.current = true;
    void kept().then((found) => alive.current && setTrust((present) => present ?? found));
    return () => {
      alive.current = false;
    };
  }, []);
  useEffect(() => {
    if (!online) return undefined;
    void refresh();
    const timer = setInterval(() => void refresh(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [online, refresh]);

  return { trust, refreshing, problem, refresh: () => void refresh() };
}

async function kept(): Promise<Trust | undefined> {
  try {
    const stored = await (await counterDb()).get('trust', 'present');
    return stored === undefined ? undefined : openTrust(stored);
  } catch {
    return undefined;
  }
}

async function keep(stored: StoredTrust, { clock }: Trust): Promise<void> {
  const db = await counterDb();
  await db.put('trust', stored, 'present');
  await forgetOldUses(db, clock.serverTime);
}
