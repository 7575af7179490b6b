import type { VerifyRow } from '@assay/contracts/challenge';
import { comparableVerdict, type Verdict } from '@assay/contracts/verdict';
import type { AuthorJudge } from '@assay/sandbox';
import type { Challenge } from '#Challenge.ts';
import { explainFailure } from './explainFailure.ts';
import { judgeChallenge, judgeInSeries } from './judgeChallenge.ts';

/**
 * The reference gets one verdict from every seed, and the very same bytes from the same seed twice: in `first`, and
 * in another run that has its processes to itself as well.
 */
export async function checkRepeatable(
  challenge: Challenge,
  judge: AuthorJudge,
  first: Verdict,
  seedCount: number,
  onRun: (done: number) => void,
): Promise<{ row: VerifyRow; verdicts: Verdict[] }> {
  const { files, suite, seed } = { files: challenge.solution, suite: 'all', seed: 1 } as const;
  let done = 0;
  const count = (verdict: Verdict) => {
    done += 1;
    onRun(done);
    return verdict;
  };
  const expected = outcome(first);
  const others = Array.from({ length: seedCount - 1 }, (_, index) => seed + 1 + index);
  const [again, ...more] = await Promise.all([
    judgeChallenge(challenge, judge, { files, suite, seed }).then(count),
    ...others.map((other) =>
      judgeInSeries(
        challenge,
        judge,
        { files, suite, seed: other },
        (verdict) => outcome(verdict) === expected,
      ).then(count),
    ),
  ]);
  const verdicts = [first, again, ...more];

  if (comparableVerdict(first) !== comparableVerdict(again)) {
    const message = 'The same seed gave two different verdicts.';
    return {
      verdicts,
      row: { check: 'repeatable', ok: false, message, advice: differenceAdvice(first, again) },
    };
  }
  const odd = verdicts.find((verdict) => outcome(verdict) !== expected);
  if (odd) {
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
