/**
 * The one door to every command of this repository: `node scripts/run.mjs <task> [arguments]`.
 * Runs on any Node >= 20 without dependencies; makes sure that they are installed, then runs the
 * task on the Node that the repository pins.
 */
import { buildWeb } from './run/buildWeb.mjs';
import { ensureDependencies } from './run/ensureDependencies.mjs';
import { findBench } from './run/findBench.mjs';
import { root } from './run/root.mjs';
import { runNode } from './run/runNode.mjs';

const oldestNode = 20;
if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  console.error(
    `Assay needs Node ${oldestNode} or newer to install and start itself, and this is Node ${process.versions.node}.`,
  );
  process.exit(1);
}

const [task = '', ...args] = process.argv.slice(2);

const tasks = {
  /** Installs what is missing, as every task does, and no more. */
  setup: () => 0,
  build: async () => {
    await buildWeb();
    return 0;
  },
  start: async () => {
    await buildWeb();
    return runNode(['apps/standalone/src/main.ts', ...args], { ownGroup: true });
  },
  /** The parts of a scaled-out installation; `docs/operating.md` says what they need. */
  api: async () => {
    await buildWeb();
    return runNode(['apps/api/src/main.ts', ...args]);
  },
  worker: () => runNode(['apps/worker/src/main.ts', ...args]),
  test: () => jest('unit'),
  'test:browser': async () => {
    await buildWeb();
    return jest('browser');
  },
  'test:scale': () => jest('scale'),
  'test:slow': () => jest('slow'),
  /** Plays the weeks of hiring that the demo shows, and writes them over `demo`; `docs/demo.md`. */
  'demo:record': () => runNode(['apps/standalone/src/demo/main.ts', ...args]),
  /** Makes the pictures of the README; `-- --all` those of every page. */
  pictures: () => runNode(['e2e/pictures/takePictures.ts', ...args]),
  check: () => runNode(['scripts/check.mjs', ...args]),
  assay: () => runNode(['apps/cli/src/main.ts', ...args]),
  /** People by the thousand against an installation of its own; `docs/capacity.md`. */
  load: () => runNode(['apps/standalone/bench/load.ts', ...args]),
  /** Breaks installations on purpose, with people at work on them; `docs/faults.md`. */
  chaos: () => runNode(['apps/standalone/chaos/main.ts', ...args]),
  bench: async () => {
    const [name = '', ...options] = args;
    if (name === 'page') await buildWeb();
    return runNode([findBench(name), ...options]);
  },
};

if (!Object.hasOwn(tasks, task)) {
  console.error(`There is no task "${task}". There are: ${Object.keys(tasks).join(', ')}.`);
  process.exit(2);
}
process.chdir(root);
ensureDependencies();
process.exitCode = await tasks[task]();

function jest(suite) {
  return runNode(
    [
      // Jest runs ES modules in Node's vm modules, which are still called experimental.
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      ...args,
    ],
    { env: { JEST_SUITE: suite } },
  );
}
