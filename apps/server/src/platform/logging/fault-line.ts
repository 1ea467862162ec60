/** One line about what ended a program. A database address carries a password: it is left out. */
export function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? `${String(error.code)} ` : '';
  return `${error.name} ${code}${error.message.replace(/postgres(ql)?:\/\/\S+/g, 'postgres://…')}`;
}
