import type { LiveRunResult } from '@assay/contracts/queue';
import type { Verdict } from '@assay/contracts/verdict';
import type { Files } from '@assay/contracts/workspace';
import { endLiveRun, findLiveRun } from '@assay/db';
import type { Services } from '#services.ts';
import { presentRun } from './presentRun.ts';

/** Keeps what came of a live run and tells those who may know. A second delivery changes nothing. */
export async function recordLiveResult(
  { db, live, logger, now }: Services,
  { liveRunId, result }: LiveRunResult,
): Promise<void> {
  const run = await findLiveRun(db, liveRunId);
  if (run === undefined) {
    logger.warn({ liveRunId }, 'A result came for a live run that is not there');
    return;
  }
  const kept =
    'verdict' in result && run.suite !== 'hidden'
      ? { verdict: withOwnDiagnostics(result.verdict, run.files ?? {}) }
      : result;
  const ended = await endLiveRun(db, liveRunId, kept, now());
  if (ended === undefined) return;
  if ('verdict' in kept && kept.verdict.status === 'sandbox_error') {
    const { errorId, message } = kept.verdict;
    logger.error({ liveRunId, errorId, reason: message }, 'A live run could not be judged');
  }
  live.delivery.tellRun(run.sessionId, presentRun(ended));
}

/** A diagnostic quotes the line that it is about: only those in the files of the session are told to everybody. */
function withOwnDiagnostics(verdict: Verdict, files: Files): Verdict {
  if (verdict.status !== 'compile_error') return verdict;
  const own = verdict.diagnostics.filter(({ file }) => Object.hasOwn(files, file));
  return { ...verdict, diagnostics: own.length > 0 ? own : [doesNotFit] };
}

const doesNotFit = {
  file: '',
  line: 0,
  column: 0,
  message: 'The code does not fit together with the tests. Check the names that it must export.',
};
