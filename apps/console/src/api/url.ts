import type { Route } from '@yuezheng/shared-types';

/** The parts of a call before its route is known; values are written as text. */
export interface CallParts {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** `/staff/cases/:caseId` with its parameters and query filled in, below `/api`. Undefined query values are left out. */
export function urlOf(route: Pick<Route, 'path'>, parts: CallParts): string {
  const path = route.path.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(String(parts.params?.[name] ?? '')),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts.query ?? {})) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return `/api${path}${text === '' ? '' : `?${text}`}`;
}
