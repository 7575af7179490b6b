/** What keeps the command from the data of an installation: one line for whoever gave the command. */
export class InstallationProblem extends Error {
  override readonly name = 'InstallationProblem';
}
