/** isolated-vm 7 is built for this major of Node; on others it may fail in ways that look like verdicts. */
const requiredMajor = 26;

/** What is wrong with running on `version` of Node, in one line; `undefined` when nothing is. */
export function findNodeProblem(version: string): string | undefined {
  if (Number.parseInt(version.replace(/^v/, ''), 10) === requiredMajor) return undefined;
  return `Assay judges on Node ${requiredMajor}, and this is Node ${version}. Start it by "npm start" or with node_modules/.bin/node.`;
}
