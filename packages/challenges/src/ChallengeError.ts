import type { ChallengeProblem } from '@assay/contracts/challenge';

/** A challenge that cannot be used. The message has a line `file:line: what to do` for each problem. */
export class ChallengeError extends Error {
  override name = 'ChallengeError';
  readonly problems: readonly [ChallengeProblem, ...ChallengeProblem[]];

  constructor(first: ChallengeProblem, ...others: ChallengeProblem[]) {
    super(
      [first, ...others].map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'),
    );
    this.problems = [first, ...others];
  }

  get file(): string {
    return this.problems[0].file;
  }

  get line(): number {
    return this.problems[0].line;
  }
}

/** Throws a ChallengeError when there are problems. */
export function throwProblems([first, ...others]: ChallengeProblem[]): void {
  if (first) throw new ChallengeError(first, ...others);
}
