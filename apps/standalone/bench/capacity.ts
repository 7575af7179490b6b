/**
 * The machines that so many candidates need: `npm run -s bench -- capacity`. Measures what one of each costs by a load
 * on this machine, predicts by simulation what steps of that load with more people should have measured, prints both
 * side by side with the error, and then sizes installations for 100, 10,000 and 1,000,000 candidates an hour.
 * `--against file` takes a load that `npm run -s load -- --json file` kept; `--costs file` the costs of another one,
 * as of a scaled one, which knows of PostgreSQL and Redis. `--candidates 10,50,100 --seconds 60` are the load's.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { findUnitCosts } from './capacity/findUnitCosts.ts';
import { presentCapacity } from './capacity/presentCapacity.ts';
import { sizeFor } from './capacity/sizeFor.ts';
import { usualHabits } from './load/habits.ts';
import { type LoadReport, runLoad } from './load/runLoad.ts';

/** After so long the load that it makes is ended, minutes. */
const limitMinutes = 30;

const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    costs: { type: 'string' },
    candidates: { type: 'string', default: '10,100,400' },
    seconds: { type: 'string', default: '60' },
  },
});

// Our own files, written by the load.
const read = async (file: string) => JSON.parse(await readFile(file, 'utf8')) as LoadReport;
const report =
  values.against === undefined
    ? await runLoad({
        topology: { kind: 'embedded' },
        candidates: values.candidates.split(',').map(Number),
        costs: 20,
        idle: [],
        pairs: [],
        habits: usualHabits,
        seconds: Number(values.seconds),
        seed: 1,
        told: (line) => process.stderr.write(`${line}\n`),
        signal: AbortSignal.timeout(limitMinutes * 60_000),
      })
    : await read(values.against);
const costs = findUnitCosts(report);
const sizing = values.costs === undefined ? costs : findUnitCosts(await read(values.costs));
const sizes = [100, 10_000, 1_000_000].map((candidates) =>
  sizeFor(candidates, sizing, report.habits),
);
process.stdout.write(`${presentCapacity(report, costs, sizing, sizes)}\n`);
