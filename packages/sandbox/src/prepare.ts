/** Makes what runners start from, so that a container's root can be read-only: `node packages/sandbox/src/prepare.ts`. */
import { prepareSnapshots } from '#judge/runtimeSnapshots.ts';

await prepareSnapshots();
process.exit(0);
