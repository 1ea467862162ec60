/** An error as it may stand in a log. Database errors carry the statement's parameters and details, which are personal data. */
export function withoutValues(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return { type: typeof thrown };
  const code = 'code' in thrown ? String(thrown.code) : undefined;
  const constraint = 'constraint' in thrown ? String(thrown.constraint) : undefined;
  const databaseFault = 'query' in thrown || 'severity' in thrown;
  return { type: thrown.name, message: databaseFault ? 'database error' : thrown.message, code, constraint, stack: thrown.stack?.split('\n').filter((line) => /^\s+at /.test(line)).join('\n') };
}
