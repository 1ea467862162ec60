import { isLocalDate } from './time/local-date';

/** How the sandbox is run. */
export interface SandboxConfig {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Where the mini-program's H5 lives; undefined when it is to be guessed from requests. */
  appUrl: string | undefined;
  stateFile: string | undefined;
  referenceDay: string | undefined;
}

/** A variable that cannot be used, with what it should be. */
export interface BadVariable {
  name: string;
  expected: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const given = (environment: Environment, name: string): string | undefined =>
  environment[name]?.trim() || undefined;

/** Reads SANDBOX_HOST, SANDBOX_PORT, SANDBOX_APP_URL, SANDBOX_STATE_FILE and SANDBOX_REFERENCE_DAY. */
export const readConfig = (environment: Environment): SandboxConfig | { bad: BadVariable[] } => {
  const port = Number(given(environment, 'SANDBOX_PORT') ?? '0');
  const appUrl = given(environment, 'SANDBOX_APP_URL');
  const referenceDay = given(environment, 'SANDBOX_REFERENCE_DAY');
  const bad: BadVariable[] = [];
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    bad.push({ name: 'SANDBOX_PORT', expected: '0–65535' });
  if (appUrl !== undefined && !/^https?:\/\//.test(appUrl))
    bad.push({ name: 'SANDBOX_APP_URL', expected: 'http(s)://…' });
  if (referenceDay !== undefined && !isLocalDate(referenceDay)) {
    bad.push({ name: 'SANDBOX_REFERENCE_DAY', expected: 'YYYY-MM-DD' });
  }
  if (bad.length > 0) return { bad };
  return {
    host: given(environment, 'SANDBOX_HOST') ?? '127.0.0.1',
    port,
    appUrl: appUrl?.replace(/\/+$/, ''),
    stateFile: given(environment, 'SANDBOX_STATE_FILE'),
    referenceDay,
  };
};
