/** The data of a folder cannot be moved: one line for the operator, nothing was changed. */
export class MoveProblem extends Error {
  override readonly name = 'MoveProblem';
}
