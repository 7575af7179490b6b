import type { ChallengeProblem } from '@assay/contracts/challenge';
import { type Files, findFilesProblem } from '@assay/contracts/workspace';
import type { Challenge } from '#Challenge.ts';
import { throwProblems } from '#ChallengeError.ts';
import { parseChallenge } from './parseChallenge.ts';

/**
 * The challenge that files which somebody sends amount to: the same checks as for a folder, and names and
 * sizes as for a submission. Line ends become LF.
 * @throws {ChallengeError} whose files are named from the challenge's folder.
 */
export function readChallenge(slug: string, sent: Files): Challenge {
  throwProblems(findSentProblems(sent));
  const files = Object.fromEntries(
    Object.entries(sent).map(([path, text]) => [path, text.replaceAll('\r\n', '\n')]),
  );
  return parseChallenge(slug, files, (path) => (path === '' ? slug : path));
}

function findSentProblems(files: Files): ChallengeProblem[] {
  const tooMuch = findFilesProblem(files);
  if (tooMuch !== undefined) {
    const file = tooMuch.code === 'file_name' ? tooMuch.path : 'challenge.yaml';
    return [{ file, line: 1, message: tooMuch.message }];
  }
  const paths = Object.keys(files);
  return paths.flatMap((path): ChallengeProblem[] => {
    const nul = (files[path] ?? '').indexOf('\0');
    if (nul >= 0) {
      const line = (files[path] ?? '').slice(0, nul).split('\n').length;
      return [{ file: path, line, message: 'There is a NUL character here. Remove it.' }];
    }
    const below = paths.find((other) => other.startsWith(`${path}/`));
    if (below !== undefined)
      return [{ file: path, line: 1, message: `A file cannot hold ${below}. Rename one of them.` }];
    const twin = paths.find((other) => other < path && other.toLowerCase() === path.toLowerCase());
    if (twin === undefined) return [];
    const message = `${twin} differs only in upper and lower case. Rename one of them.`;
    return [{ file: path, line: 1, message }];
  });
}
