import { readRecording } from '@assay/api';
import { ChallengeVersion } from '@assay/contracts/challenge';
import { compareVerdicts, Verdict } from '@assay/contracts/verdict';
import { Files } from '@assay/contracts/workspace';
import { createJudge, type Judge } from '@assay/sandbox';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { z } from 'zod';

const Submission = z.object({
  id: z.string(),
  challenge: z.string(),
  challenge_hash: z.string(),
  suite: z.enum(['public', 'hidden']),
  seed: z.int(),
  files: Files,
});

let judge: Judge;
beforeAll(async () => {
  judge = await createJudge({ concurrency: 2 });
});
afterAll(() => judge.close());

it('has verdicts that the judge gives again, of each challenge and of each kind', async () => {
  const { tables } = await readRecording();
  const rowsOf = (name: string) => tables.find((table) => table.name === name)?.rows ?? [];
  const versions = new Map(
    rowsOf('challenge_versions').map((row) => [
      row['hash'],
      ChallengeVersion.parse(row['content']),
    ]),
  );
  const verdicts = new Map(
    rowsOf('verdicts').map((row) => [row['submission_id'], Verdict.parse(row['verdict'])]),
  );
  const judged = rowsOf('submissions').flatMap((row) => {
    const submission = Submission.parse(row);
    const verdict = verdicts.get(submission.id);
    return verdict === undefined ? [] : [{ submission, verdict }];
  });
  // One of each challenge with each status.
  const sample = new Map(
    judged.map((one) => [`${one.submission.challenge} ${one.verdict.status}`, one]),
  );
  expect(sample.size).toBeGreaterThan(10);
  for (const [name, { submission, verdict }] of sample) {
    const version = versions.get(submission.challenge_hash);
    if (version === undefined) throw new Error(`The version of ${name} is not in the recording.`);
    const { limits, suite, seed } = verdict.provenance;
    const given = await judge.judge({
      challenge: { ...version.judged, limits },
      files: submission.files,
      suite,
      seed,
    });
    // Both in the order of the schema, which the bytes follow.
    const again = Verdict.parse(given);
    // Where a limit on CPU, time or memory ends a run depends on the machine; what was tried before it does not.
    const ended = verdict.status.endsWith('_limit');
    const tried = ended ? Math.min(again.tests.length, verdict.tests.length) : undefined;
    // A newer judge has another hallmark and says the same.
    const said = ({ status, tests }: Verdict) => ({
      status,
      tests: tests.slice(0, tried).map((test) => [test.name, test.status]),
    });
    expect([name, said(again)]).toEqual([name, said(verdict)]);
    if (!ended)
      expect([name, compareVerdicts(verdict, again).outcome]).not.toEqual([name, 'different']);
  }
}, 120_000);
