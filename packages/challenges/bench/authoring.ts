/**
 * What authors wait for: `npm run -s bench -- authoring [slug ...]`. CPU, because that does not depend on what else
 * the machine does; divided by its cores it is the least time that a command can take.
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { measureAuthoring } from './authoring/measureAuthoring.ts';

/** One with fifteen hidden tests, and one with PostgreSQL. */
const typical = ['csv-import', 'customer-report'];

const given = process.argv.slice(2);
const cores = availableParallelism();
const seconds = (ms: number | undefined) =>
  ms === undefined ? 'unknown' : `${(ms / 1_000).toFixed(2)} s`;

for (const slug of given.length > 0 ? given : typical) {
  const folder = fileURLToPath(new URL(`../../../challenges/${slug}`, import.meta.url));
  const cost = await measureAuthoring(folder, cores);
  const least = cost.mutateCpuMs === undefined ? undefined : cost.mutateCpuMs / cores;
  console.log(
    `${slug}: ${cost.hiddenTests} hidden tests, ${cost.mutants} mutants; mutate ${seconds(cost.mutateCpuMs)} of CPU, ${seconds(least)} on ${cores} cores; a save under --watch ${seconds(cost.saveCpuMs)} of CPU, judged after ${cost.saveMs} ms`,
  );
}
