import type { Verdict } from '@assay/contracts/verdict';
import type { Challenge } from '../Challenge.ts';
import type { VerifyRow } from './VerifyReport.ts';

/** How much more CPU than the reference a candidate may use at least. Counters limits that judge the machine. */
const minHeadroom = 5;

type Use = { what: string; cpuMs: number; limitMs: number };

/** The reference uses at most a fifth of the CPU limits, in each test and in all, in the worst of the runs. */
export function checkHeadroom(challenge: Challenge, runs: Verdict[]): VerifyRow {
  const { testCpuMs, runCpuMs } = challenge.judged.limits;
  const uses = runs.flatMap((verdict): Use[] => [
    {
      what: 'the whole run',
      cpuMs: verdict.tests.reduce((sum, test) => sum + test.cpuMs, 0),
      limitMs: runCpuMs,
    },
    ...verdict.tests.map((test) => ({
      what: `“${test.name}”`,
      cpuMs: test.cpuMs,
      limitMs: testCpuMs,
    })),
  ]);
  const tightest = uses.reduce((worst, use) => (headroom(use) < headroom(worst) ? use : worst));
  const ok = headroom(tightest) >= minHeadroom;
  const times = Math.floor(headroom(tightest) * 10) / 10;
  const message = `The tightest limit leaves ${times} times the reference's CPU: ${tightest.what}, ${tightest.cpuMs.toFixed(1)} of ${tightest.limitMs} ms.`;
  if (ok) return { check: 'headroom', ok, message };
  return {
    check: 'headroom',
    ok,
    message,
    advice: `At least ${minHeadroom} times are needed. Make the reference or the test cheaper, or raise limits in challenge.yaml.`,
  };
}

function headroom({ cpuMs, limitMs }: Use): number {
  return limitMs / Math.max(cpuMs, 0.001);
}
