/** The `postgres` of the world: what the solution asked of its database, and failures of it. */
// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { Postgres, PostgresFailureOptions } from '@assay/runtime/world';
import type { GraderHost } from '#grader/protocol.ts';
import { describePlan, type ExplainedPlan } from './describePlan.ts';
import { failureRequest } from './failureRequest.ts';

type Rows = Record<string, unknown>[];

export function createPostgres(host: GraderHost): Postgres {
  const query = (text: string, parameters: unknown[] = []): Rows => {
    const answer = JSON.parse(host.query(text, JSON.stringify(parameters))) as
      | { rows: Rows }
      | { error: string };
    if ('error' in answer) throw new Error(`postgres.query: ${answer.error}`);
    return answer.rows;
  };
  const plan = (
    caller: string,
    options: Omit<PostgresFailureOptions, 'error'> & { error: string },
  ) => {
    const id = host.failQueries(failureRequest(`postgres.${caller}`, options.statement, options));
    return {
      get failed() {
        return host.failedQueries(id);
      },
    };
  };
  return {
    get queries() {
      return JSON.parse(host.queries()) as Postgres['queries'];
    },
    async query(text, parameters) {
      await waitForTransactions(host);
      return query(text, parameters);
    },
    async plan(statement) {
      await waitForTransactions(host);
      const text = typeof statement === 'string' ? statement : statement.text;
      query('SET enable_seqscan = off');
      try {
        const explain = (format: string) =>
          query(`EXPLAIN (GENERIC_PLAN, FORMAT ${format}) ${text.replace(/;\s*$/, '')}`).map(
            (row) => row['QUERY PLAN'],
          );
        const [[{ Plan }]] = explain('JSON') as [[{ Plan: ExplainedPlan }]];
        return { ...describePlan(Plan), text: explain('TEXT').join('\n') };
      } finally {
        query('RESET enable_seqscan');
      }
    },
    fail: (options) => plan('fail', options),
    crash: (options) => plan('crash', { ...options, error: 'crash' }),
    recover: () => host.recoverQueries(),
  };
}

/** How long a test's query waits for a transaction of the solution's to end, ms of virtual time. */
const patienceMs = 60_000;

/** PGlite has one session: what a solution has not committed would show to the tests as if it had. */
async function waitForTransactions(host: GraderHost): Promise<void> {
  const until = host.now() + patienceMs;
  for (let pauseMs = 0; host.queriesWait() === 1; pauseMs = pauseMs * 2 || 1) {
    if (host.now() >= until) {
      throw new Error(
        `postgres.query: a transaction of the solution's is still open after ${patienceMs} ms; nobody else sees its changes.`,
      );
    }
    // At first no time passes: what is under way may only have to be sent to its end.
    await new Promise<void>((resolve) => {
      if (pauseMs === 0) setImmediate(() => resolve());
      else setTimeout(() => resolve(), pauseMs);
    });
  }
}
