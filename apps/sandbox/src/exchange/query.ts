import { z } from 'zod';
import type { Person } from '../population/person';
import type { Population } from '../population/population';
import { documentTypeSchema } from './payloads';

/** Body of every query. */
export const exchangeQuerySchema = z.strictObject({
  /** Why the data is asked for; the exchange keeps it. */
  purpose: z.string().trim().min(1).max(64),
  caseNo: z.string().max(64).optional(),
  /** When left out, the number alone decides. */
  documentType: documentTypeSchema.optional(),
  idNumber: z.string().min(6).max(32),
  name: z.string().min(1).max(64).optional(),
});
export type ExchangeQuery = z.infer<typeof exchangeQuerySchema>;

/** What a query answers, with status 200. `NOT_FOUND`: nobody, or nothing, of that description. */
export type ExchangeAnswer<T> = { code: '0'; data: T } | { code: 'NOT_FOUND' } | { code: 'NAME_MISMATCH' };

export const NOT_FOUND = { code: 'NOT_FOUND' } as const;
const NAME_MISMATCH = { code: 'NAME_MISMATCH' } as const;

/** The person a query is about, or the answer that says why there is none. */
export const askedPerson = (
  population: Population,
  { idNumber, documentType, name }: ExchangeQuery,
): Person | typeof NOT_FOUND | typeof NAME_MISMATCH => {
  const person = population.withDocument(idNumber);
  if (person === undefined || (documentType ?? person.documentType) !== person.documentType) return NOT_FOUND;
  return (name ?? person.name) === person.name ? person : NAME_MISMATCH;
};
