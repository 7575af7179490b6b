import { type FilesProblem, findFilesProblem } from '@assay/contracts/workspace';
import { type Refusal, refusal } from '#http/refusal.ts';

/** Why these files cannot be a workspace, as the HTTP contract says it. */
export function findFilesRefusal(files: Record<string, string>): Refusal | undefined {
  const problem = findFilesProblem(files);
  return problem && refuseFiles(problem);
}

export function refuseFiles(problem: FilesProblem): Refusal {
  switch (problem.code) {
    case 'too_large':
      return refusal('FILES_TOO_LARGE', 413, problem.message, { limit: problem.limit });
    case 'file_name':
    case 'too_many':
      return refusal('FILES_REFUSED', 422, problem.message);
  }
}
