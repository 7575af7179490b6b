/** What keeps Assay from starting and whoever starts it can mend: its message is the one line that they read. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}
