import { useEffect } from 'react';
import { sessionStore } from '../api/session-store';
import { deskClerk } from './desk-clerk';

const LOOK_EVERY_MS = 60_000;

/** Ends the work of a clerk without a log-in when the shift is over, or when the clerk has logged out in another tab. */
export function useOfflineShift(): void {
  useEffect(() => {
    const look = async () => {
      if ((await deskClerk()) === undefined) sessionStore.end('server');
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
}
