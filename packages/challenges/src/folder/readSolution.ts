import { type Files, findFilesProblem } from '@assay/contracts/workspace';
import { ChallengeError } from '#ChallengeError.ts';
import { readFolder } from './readFolder.ts';

/**
 * Reads somebody's solution from a folder, as a workspace would hold it.
 * Installed packages and what begins with a dot stay out.
 * Rejects with a ChallengeError when the folder cannot be a workspace.
 */
export async function readSolution(dir: string): Promise<Files> {
  const files = await readFolder(dir, (name) => name === 'node_modules' || name.startsWith('.'));
  const problem = findFilesProblem(files);
  if (problem) throw new ChallengeError({ file: dir, line: 1, message: problem.message });
  if (Object.keys(files).length === 0) {
    throw new ChallengeError({
      file: dir,
      line: 1,
      message: 'The folder is empty. Name one with a solution.',
    });
  }
  return files;
}
