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

type Matches = { text: string } | { pattern: string; flags: string };

/** What a test asked for, as `postgres.fail` of the world sends it. */
export type QueryFailureRequest = {
  error: keyof typeof answers | 'connection_lost';
  matches: Matches;
  times: number;
  skip: number;
  executed: boolean;
};

/** What happens in the place of one statement. */
export type QueryFailure =
  | { kind: 'error'; code: string; message: string; closes: boolean }
  | { kind: 'lost'; executed: boolean };

type Planned = {
  outcome: QueryFailure;
  matches(text: string): boolean;
  skip: number;
  left: number;
  failed: number;
};

/** The failures of statements that the running test has asked for. */
export class QueryFailures {
  #planned: Planned[] = [];

  /** Plans a failure and gives its id. */
  add({ error, matches, times, skip, executed }: QueryFailureRequest): number {
    return (
      this.#planned.push({
        outcome: outcomeOf(error, executed),
        matches: matcherOf(matches),
        skip,
        left: times,
        failed: 0,
      }) - 1
    );
  }

  /** How many statements the failure `id` has met. */
  failed(id: number): number {
    return this.#planned[id]?.failed ?? 0;
  }

  /** The failure that this statement meets, if it meets one. */
  take(text: string): QueryFailure | undefined {
    for (const planned of this.#planned) {
      if (planned.left <= 0 || !planned.matches(text)) continue;
      if (planned.skip > 0) planned.skip -= 1;
      else {
        planned.left -= 1;
        planned.failed += 1;
        return planned.outcome;
      }
    }
    return undefined;
  }

  clear(): void {
    this.#planned = [];
  }
}

function outcomeOf(error: QueryFailureRequest['error'], executed: boolean): QueryFailure {
  if (error === 'connection_lost') return { kind: 'lost', executed };
  const [code, message] = answers[error];
  return { kind: 'error', code, message, closes: error === 'admin_shutdown' };
}

function matcherOf(matches: Matches): (text: string) => boolean {
  if ('text' in matches) return (text) => text.toLowerCase().includes(matches.text);
  const pattern = new RegExp(matches.pattern, matches.flags);
  return (text) => pattern.test(text);
}
