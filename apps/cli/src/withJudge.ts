import { createJudge, type Judge } from '@assay/sandbox';
import { exitCodes } from './exitCodes.ts';

/** Starts a judge for `use` and ends its runners afterwards, also on Ctrl-C. */
export async function withJudge<Result>(
  needs: { postgres: boolean },
  use: (judge: Judge) => Promise<Result>,
): Promise<Result> {
  const judge = await createJudge({
    warmRunners: needs.postgres ? 0 : 1,
    postgresRunners: needs.postgres ? 1 : 0,
    concurrency: 1,
  });
  const interrupt = () => {
    process.stderr.write('\nStopped.\n');
    void judge.close().finally(() => process.exit(exitCodes.interrupted));
  };
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    return await use(judge);
  } finally {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    await judge.close();
  }
}
