import type { VerifyRow } from '@assay/contracts/challenge';
import type { Verdict } from '@assay/contracts/verdict';
import type { Challenge } from '#Challenge.ts';

/** How much more CPU than the reference a candidate may use at least. Counters limits that judge the machine. */
const minHeadroom = 5;

type Use = { what: string; cpuMs: number; limitMs: number };

/**
 * The reference uses at most a fifth of the CPU limits, in each test and in all.
 * What counts is the median of the runs, so that one busy moment of the machine decides nothing.
 */
export function checkHeadroom(challenge: Challenge, runs: Verdict[]): VerifyRow {
  const { testCpuMs, runCpuMs } = challenge.judged.limits;
  const [first] = runs;
  const uses: Use[] = [
    { what: 'the whole run', cpuMs: median(runs.map(totalCpuMs)), limitMs: runCpuMs },
    ...(first?.tests ?? []).map((test, index) => ({
      what: `“${test.name}”`,
      cpuMs: median(runs.map((run) => run.tests[index]?.cpuMs ?? 0)),
      limitMs: testCpuMs,
    })),
  ];
  const tightest = uses.reduce((worst, use) => (headroom(use) < headroom(worst) ? use : worst));
  const ok = headroom(tightest) >= minHeadroom;
  const times = Math.floor(headroom(tightest) * 10) / 10;
  const message = `The tightest CPU limit is ${times} times what the reference uses: ${tightest.what}, ${tightest.cpuMs.toFixed(1)} of ${tightest.limitMs} ms.`;
  if (ok) return { check: 'headroom', ok, message };
  return {
    check: 'headroom',
    ok,
    message,
    advice: `At least ${minHeadroom} times are needed. Make the reference or the test cheaper, or raise limits in challenge.yaml.`,
  };
}

function totalCpuMs(run: Verdict): number {
  return run.tests.reduce((sum, test) => sum + test.cpuMs, 0);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function headroom({ cpuMs, limitMs }: Use): number {
  return limitMs / Math.max(cpuMs, 0.001);
}
