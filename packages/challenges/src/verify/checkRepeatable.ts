import { comparableVerdict, type Verdict } from '@assay/contracts/verdict';
import type { Judge } from '@assay/sandbox';
import type { Challenge } from '../Challenge.ts';
import { explainFailure } from './explainFailure.ts';
import type { VerifyRow } from './VerifyReport.ts';

const seedCount = 20;

/** The reference gets one verdict from 20 seeds, and the very same bytes from the same seed twice. */
export async function checkRepeatable(
  challenge: Challenge,
  judge: Judge,
): Promise<{ row: VerifyRow; verdicts: Verdict[] }> {
  const run = (seed: number) =>
    judge.judge({ challenge: challenge.judged, files: challenge.solution, suite: 'all', seed });
  const verdicts: Verdict[] = [];
  for (let seed = 1; seed <= seedCount; seed += 1) verdicts.push(await run(seed));
  const again = await run(1);

  const [first] = verdicts;
  if (first && comparableVerdict(first) !== comparableVerdict(again)) {
    const message = 'The same seed gave two different verdicts.';
    return {
      verdicts,
      row: { check: 'repeatable', ok: false, message, advice: differenceAdvice(first, again) },
    };
  }
  const odd = verdicts.find((verdict) => first && outcome(verdict) !== outcome(first));
  if (first && odd) {
    const message = `Seed ${odd.provenance.seed} gives another verdict than seed ${first.provenance.seed}.`;
    return {
      verdicts,
      row: { check: 'repeatable', ok: false, message, advice: differenceAdvice(first, odd) },
    };
  }
  return {
    verdicts,
    row: { check: 'repeatable', ok: true, message: `${seedCount} seeds give one verdict.` },
  };
}

/** What has to be equal whatever the seed: generated ids in logs and jitter in waiting may differ. */
function outcome(verdict: Verdict): string {
  return JSON.stringify([
    verdict.status,
    verdict.tests.map(({ name, suite, status, failure }) => ({ name, suite, status, failure })),
  ]);
}

function differenceAdvice(one: Verdict, other: Verdict): string {
  const test = one.tests.find(
    (result, index) => JSON.stringify(result) !== JSON.stringify(other.tests[index]),
  );
  const what = explainFailure(one) || explainFailure(other);
  return `Make the test independent of random values and of the order of simultaneous requests. First difference: “${test?.name ?? one.status}”. ${what}`.trim();
}
