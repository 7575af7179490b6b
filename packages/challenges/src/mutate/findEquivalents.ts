import type { MutantResult } from '@assay/sandbox';
import type { Challenge } from '#Challenge.ts';
import type { Mutant } from './Mutant.ts';
import type { MutationReport } from './MutationReport.ts';

type Found = Pick<MutationReport, 'problems' | 'equivalent'>;

/**
 * The mutants that the manifest lists as equivalent. An entry that fits no mutant, or one that a test has
 * killed, is a problem: the list would otherwise hide survivors to come.
 */
export function findEquivalents(
  challenge: Challenge,
  mutants: readonly Mutant[],
  results: ReadonlyMap<string, MutantResult>,
): Found {
  const found: Found = { problems: [], equivalent: [] };
  challenge.manifest.mutation.equivalent.forEach(({ file, line, mutant, reason }, index) => {
    const problem = (message: string) =>
      found.problems.push({ line: challenge.equivalentLines[index] ?? 1, message });
    const named = mutants.filter(
      (candidate) =>
        candidate.file === file &&
        candidate.change === mutant &&
        (line === undefined || candidate.line === line),
    );
    if (named.length === 0) {
      problem(
        `There is no such mutant in ${file} any more: ${mutant}. Remove the entry, or copy the one that mutate prints.`,
      );
    }
    for (const candidate of named) {
      const killedBy = results.get(candidate.id)?.killedBy;
      if (killedBy === undefined) found.equivalent.push({ ...candidate, reason });
      else
        problem(
          `${file}:${candidate.line} is killed by “${killedBy}”, so it is not equivalent: ${mutant}. Remove the entry, or give the line of the one that is meant.`,
        );
    }
  });
  return found;
}
