/**
 * `npm run check`: what must hold of the source without running it.
 * `npm run check -- lint format` runs the named steps only.
 */
import { delimiter, join } from 'node:path';
import { runSteps } from './runSteps.ts';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');

/** The long ones first, so that the end is not spent waiting for one. */
const steps = [
  tool('types', 'tsc', '-p', 'tsconfig.json'),
  tool('types:web', 'tsc', '-p', 'apps/web'),
  tool('types:challenges', 'tsc', '-b', 'challenges'),
  tool('lint', 'oxlint', '--type-aware'),
  tool('unused', 'knip', '--no-progress'),
  tool('format', 'oxfmt', '--check'),
  tool('boundaries', 'turbo', 'boundaries'),
  tool('migrations', 'squawk', '--no-error-on-unmatched-pattern', 'packages/db/migrations/*.sql'),
  tool('workspaces', 'sherif', '--fail-on-warnings'),
];

const named = process.argv.slice(2);
const unknown = named.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no check ${unknown.join(', ')}. There are: ${steps.map((step) => step.name).join(', ')}.`,
  );
  process.exit(2);
}

const results = await runSteps(
  named.length > 0 ? steps.filter((step) => named.includes(step.name)) : steps,
  {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
      TURBO_TELEMETRY_DISABLED: '1',
      DO_NOT_TRACK: '1',
    },
    concurrency: 2,
    print: (line) => console.log(line),
  },
);
process.exitCode = results.every((result) => result.passed) ? 0 : 1;

function tool(name, command, ...args) {
  return { name, command: join(bin, command), args };
}
