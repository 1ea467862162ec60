import * as accounts from './resources/accounts';
import * as cases from './resources/cases';
import * as catalogue from './resources/catalogue';
import * as counter from './resources/counter';
import * as drafts from './resources/drafts';
import * as eligibility from './resources/eligibility';
import * as files from './resources/files';
import * as livePass from './resources/live-pass';
import * as messages from './resources/messages';
import * as permits from './resources/permits';
import * as review from './resources/review';
import * as staff from './resources/staff';
import type { Route } from './route';

const routesOf = (resource: Record<string, unknown>): Route[] =>
  Object.values(resource).filter((value): value is Route => typeof value === 'object' && value !== null && 'method' in value && 'path' in value);

/** Every route there is, by resource; the OpenAPI document is made from this. */
export const CONTRACTS: Readonly<Record<string, readonly Route[]>> = {
  accounts: routesOf(accounts),
  catalogue: routesOf(catalogue),
  eligibility: routesOf(eligibility),
  drafts: routesOf(drafts),
  files: routesOf(files),
  cases: routesOf(cases),
  permits: routesOf(permits),
  'live-pass': routesOf(livePass),
  messages: routesOf(messages),
  staff: routesOf(staff),
  review: routesOf(review),
  counter: routesOf(counter),
};
