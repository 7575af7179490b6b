import type { AuthorJudge, MutantResult } from '@assay/sandbox';
import type { Challenge } from '#Challenge.ts';
import { JudgeFailure } from '#verify/judgeChallenge.ts';
import { findEquivalents } from './findEquivalents.ts';
import { instrumentSolution } from './instrumentSolution.ts';
import type { MutationReport } from './MutationReport.ts';

/**
 * Changes the reference in many small ways, and counts how many of the changes the hidden tests notice.
 * `onProgress` is told after each mutant how many are done, and of how many.
 * @throws {JudgeFailure} when the reference, instrumented, does not pass.
 */
export async function mutateChallenge(
  challenge: Challenge,
  judge: AuthorJudge,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<MutationReport> {
  const { files, mutants } = await instrumentSolution(challenge.solution);
  let done = 0;
  const answer = await judge.tryMutants(
    { challenge: challenge.judged, files, ids: mutants.map(({ id }) => id), seed: 1 },
    {
      onResult: () => {
        done += 1;
        onProgress(done, mutants.length);
      },
    },
  );
  if (!answer.ok)
    throw new JudgeFailure(`The instrumented reference does not pass: ${answer.message}`);

  const results = new Map<string, MutantResult>(
    answer.results.map((result) => [result.id, result]),
  );
  const { equivalent, problems } = findEquivalents(challenge, mutants, results);
  const leftOut = new Set(equivalent.map(({ id }) => id));
  const counted = mutants.filter(({ id }) => !leftOut.has(id));
  const survivors = counted
    .filter(({ id }) => results.get(id)?.outcome !== 'killed')
    .map((mutant) => ({ ...mutant, covered: results.get(mutant.id)?.outcome === 'survived' }))
    .toSorted((one, other) => one.file.localeCompare(other.file) || one.line - other.line);
  const killed = counted.length - survivors.length;
  return {
    slug: challenge.judged.slug,
    score: counted.length === 0 ? 100 : Math.floor((killed / counted.length) * 1_000) / 10,
    required: challenge.manifest.mutation.score,
    killed,
    total: counted.length,
    survivors,
    testRuns: answer.testRuns,
    equivalent,
    problems,
  };
}
