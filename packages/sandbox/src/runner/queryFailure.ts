import type { Matches } from './PlannedFailures.ts';

/** SQLSTATE and message of what PostgreSQL answers, as it words it itself. */
const answers = {
  serialization_failure: ['40001', 'could not serialize access due to concurrent update'],
  deadlock_detected: ['40P01', 'deadlock detected'],
  lock_not_available: ['55P03', 'canceling statement due to lock timeout'],
  query_canceled: ['57014', 'canceling statement due to statement timeout'],
  too_many_connections: ['53300', 'sorry, too many clients already'],
  disk_full: ['53100', 'could not extend file: No space left on device'],
  admin_shutdown: ['57P01', 'terminating connection due to administrator command'],
} as const;

export const queryErrors = [
  ...(Object.keys(answers) as (keyof typeof answers)[]),
  'connection_lost',
  'crash',
] as const;

/** What a test asked for, as `postgres.fail` of the world sends it. */
export type QueryFailureRequest = {
  error: (typeof queryErrors)[number];
  matches: Matches;
  times: number;
  skip: number;
  executed: boolean;
};

/** What happens in the place of one statement. */
export type QueryFailure =
  | { kind: 'error'; code: string; message: string; closes: boolean }
  /** No answer; with `crash`, because the solution dies. */
  | { kind: 'lost' | 'crash'; executed: boolean };

export function queryFailure({ error, executed }: QueryFailureRequest): QueryFailure {
  if (error === 'connection_lost') return { kind: 'lost', executed };
  if (error === 'crash') return { kind: 'crash', executed };
  const [code, message] = answers[error];
  return { kind: 'error', code, message, closes: error === 'admin_shutdown' };
}
