import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { findNodeProblem } from '@assay/worker/node';

const problem = findNodeProblem(process.version);
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
// Half of a start would be to compile what the one before has compiled.
enableCompileCache(
  fileURLToPath(new URL('../../../node_modules/.cache/assay-code', import.meta.url)),
);
// Only now: what it imports does not load on another Node.
const { runStandalone } = await import('./runStandalone.ts');
await runStandalone();
