import { findNodeProblem } from '@assay/worker/node';

const problem = findNodeProblem(process.version);
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
// Only now: what it imports does not load on another Node.
const { runStandalone } = await import('./runStandalone.ts');
await runStandalone();
