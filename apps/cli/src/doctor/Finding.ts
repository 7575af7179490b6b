/** What the doctor found in one place. `mend` says what to do about what is not well. */
export type Finding = {
  check: string;
  /** `warning` works, and may not be what is wanted; `failed` keeps Assay from working as it must. */
  status: 'ok' | 'warning' | 'failed';
  says: string;
  mend?: string;
};

export const well = (check: string, says: string): Finding => ({ check, status: 'ok', says });
export const warns = (check: string, says: string, mend: string): Finding => ({
  check,
  status: 'warning',
  says,
  mend,
});
export const fails = (check: string, says: string, mend: string): Finding => ({
  check,
  status: 'failed',
  says,
  mend,
});

/** An error in one line, without what an address may hold of a password. */
export function explain(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.map(explain).join('; ');
  const message = error instanceof Error ? error.message || error.name : String(error);
  const cause = error instanceof Error && error.cause !== undefined ? explain(error.cause) : '';
  const told = cause === '' || message.includes(cause) ? message : `${message}: ${cause}`;
  return told
    .replace(/\/\/[^/\s@]*@/g, '//…@')
    .replace(/\s+/g, ' ')
    .slice(0, 300);
}
