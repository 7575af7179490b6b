import type { JudgeProgress } from '@assay/contracts/queue';
import type { TestResult } from '@assay/contracts/verdict';

/** The pause between two reports of one run, ms: faster than eyes, slower than a suite of quick tests. */
const reportEveryMs = 30;

/**
 * Turns results into reports of all results so far: the first at once, then at most one every 30 ms.
 * `flush` sends what waits and ends the timer.
 */
export function coalesceProgress(
  submissionId: string,
  report: (progress: JudgeProgress) => void,
): { onTest: (test: TestResult) => void; flush: () => void } {
  const tests: JudgeProgress['tests'] = [];
  let timer: NodeJS.Timeout | undefined;
  let waiting = false;

  function send(): void {
    waiting = false;
    report({ submissionId, tests: [...tests] });
    timer = setTimeout(() => {
      timer = undefined;
      if (waiting) send();
    }, reportEveryMs);
  }

  return {
    onTest: ({ name, suite, status, own }) => {
      tests.push({ name, suite, status, ...(own && { own }) });
      if (timer === undefined) send();
      else waiting = true;
    },
    flush: () => {
      if (waiting) send();
      clearTimeout(timer);
    },
  };
}
