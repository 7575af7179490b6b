import { type AuthorJudge, createJudge } from '@assay/sandbox';
import { exitCodes } from './exitCodes.ts';

/**
 * Starts a judge for `use`, with `atOnce` runs at a time, most of them with or without PostgreSQL, and ends its
 * runners afterwards, also on Ctrl-C.
 */
export async function withJudge<Result>(
  { postgres, plain = !postgres, atOnce }: { postgres: boolean; plain?: boolean; atOnce: number },
  use: (judge: AuthorJudge) => Promise<Result>,
): Promise<Result> {
  const starting = createJudge({
    warmRunners: plain ? atOnce : 0,
    postgresRunners: postgres ? (plain ? 1 : atOnce) : 0,
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
