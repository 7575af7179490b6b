import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChallengeProblem } from '@assay/contracts/challenge';
import type { Challenge } from '#Challenge.ts';
import { ChallengeError, throwProblems } from '#ChallengeError.ts';
import { loadChallenge } from './loadChallenge.ts';

/**
 * Loads every challenge below `dir`, in the order of their names.
 * Rejects with one ChallengeError that holds the problems of all of them.
 */
export async function loadChallenges(dir: string): Promise<Challenge[]> {
  const challenges: Challenge[] = [];
  const problems: ChallengeProblem[] = [];
  for (const folder of await challengeFolders(dir)) {
    try {
      challenges.push(await loadChallenge(folder));
    } catch (error) {
      if (!(error instanceof ChallengeError)) throw error;
      problems.push(...error.problems);
    }
  }
  throwProblems(problems);
  return challenges;
}

/** The folders below `dir`, one a challenge; those that begin with a dot belong to tools. */
async function challengeFolders(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => {
    throw new ChallengeError({
      file: dir,
      line: 1,
      message: 'There is no such folder. Check the path.',
    });
  });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => join(dir, entry.name))
    .sort();
}
