import type { VerifyRow } from '@assay/contracts/challenge';
import { comparableVerdict, type Verdict } from '@assay/contracts/verdict';
import type { Judge } from '@assay/sandbox';
import type { Challenge } from '#Challenge.ts';
import { explainFailure } from './explainFailure.ts';
import { judgeChallenge } from './judgeChallenge.ts';

/** The reference gets one verdict from every seed, and the very same bytes from the same seed twice. */
export async function checkRepeatable(
  challenge: Challenge,
  judge: Judge,
  seedCount: number,
  onSeed: (done: number) => void,
): Promise<{ row: VerifyRow; verdicts: Verdict[] }> {
  let done = 0;
  const run = async (seed: number) => {
    const verdict = await judgeChallenge(challenge, judge, {
      files: challenge.solution,
      suite: 'all',
      seed,
    });
    done += 1;
    onSeed(done);
    return verdict;
  };
  const seeds = Array.from({ length: seedCount }, (_, index) => index + 1);
  const [again, ...verdicts] = await Promise.all([run(1), ...seeds.map(run)]);

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
  const what = explainFailure(one, 'solution') || explainFailure(other, 'solution');
  return `Make the test independent of random values and of the order of simultaneous requests. First difference: “${test?.name ?? one.status}”. ${what}`.trim();
}
