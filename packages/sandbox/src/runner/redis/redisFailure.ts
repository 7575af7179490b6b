import type { Matches } from '#runner/PlannedFailures.ts';

/** What Redis answers, as it words it itself. */
const answers = {
  loading: 'LOADING Redis is loading the dataset in memory',
  out_of_memory: "OOM command not allowed when used memory > 'maxmemory'.",
  read_only: "READONLY You can't write against a read only replica.",
  busy: 'BUSY Redis is busy running a script.',
} as const;

/** What a test asked for, as `redis.fail` of the world sends it. */
export type RedisFailureRequest = {
  error: keyof typeof answers | 'connection_lost' | 'crash';
  matches: Matches;
  times: number;
  skip: number;
  executed: boolean;
};

/** What happens in the place of one command. */
export type RedisFailure =
  | { kind: 'error'; message: string }
  /** No answer; with `crash`, because the solution dies. */
  | { kind: 'lost' | 'crash'; executed: boolean };

export function redisFailure({ error, executed }: RedisFailureRequest): RedisFailure {
  if (error === 'connection_lost') return { kind: 'lost', executed };
  if (error === 'crash') return { kind: 'crash', executed };
  return { kind: 'error', message: answers[error] };
}
