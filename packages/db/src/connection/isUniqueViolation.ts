import { sqlState } from './sqlState.ts';

/** Whether a statement failed because such a row exists already. */
export function isUniqueViolation(error: unknown): boolean {
  return sqlState(error) === '23505';
}
