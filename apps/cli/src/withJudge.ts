import { type AuthorJudge, createJudge } from '@assay/sandbox';
import { exitCodes } from './exitCodes.ts';

type Options = {
  /** Whether there are runs with a PostgreSQL, and runs without. */
  postgres: boolean;
  plain?: boolean;
  /** Runs at a time, and how many of them may have a PostgreSQL: where there are both kinds, one unless given. */
  atOnce: number;
  postgresAtOnce?: number;
};

/**
 * Starts a judge for `use`, and ends its runners afterwards, also on Ctrl-C.
 */
export async function withJudge<Result>(
  { postgres, plain = !postgres, atOnce, postgresAtOnce = plain ? 1 : atOnce }: Options,
  use: (judge: AuthorJudge) => Promise<Result>,
): Promise<Result> {
  const starting = createJudge({
    warmRunners: plain ? atOnce : 0,
    postgresRunners: postgres ? postgresAtOnce : 0,
    concurrency: atOnce,
  });
  let stopping = false;
  // A terminal and npm may both send the signal: the second one must not cut the clean-up short.
  const interrupt = () => {
    if (stopping) return;
    stopping = true;
    process.stderr.write('\nStopped.\n');
    void starting.then((judge) => judge.close()).finally(() => process.exit(exitCodes.interrupted));
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  try {
    return await use(await starting);
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    await starting.then((judge) => judge.close());
  }
}
