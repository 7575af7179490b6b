/** Makes what runners of every language start from, so that a container's root can be read-only: `node packages/sandbox/src/prepare.ts`. */
import { prepareSnapshots } from '#judge/runtimeSnapshots.ts';
import { solutionLanguages } from '#languages/solutionLanguages.ts';

const base = await prepareSnapshots();
for (const { prepare } of Object.values(solutionLanguages)) await prepare(base);
process.exit(0);
