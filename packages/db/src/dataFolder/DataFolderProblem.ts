/** The embedded database cannot be used as it is: one line for whoever started the program, who can mend it. */
export class DataFolderProblem extends Error {
  override readonly name = 'DataFolderProblem';
}
