/**
 * Live sessions, measured with server and browsers in processes of their own: `npm run -s bench -- live`. How long a
 * key takes to the others and what it costs, the memory of a session, and whether all have the same document after
 * faults: `--chaos 50` disturbs as many sessions and measures nothing else, `--seed 7` repeats one of them. `--sizes
 * 1x2,50x2` measures keys alone, with so many sessions and people in each.
 */
import { parseArgs } from 'node:util';
import { disturb } from './live/disturb.ts';
import { measureMemory } from './live/measureMemory.ts';
import { typeTogether, usualSizes } from './live/typeTogether.ts';

const { values } = parseArgs({
  options: { chaos: { type: 'string' }, seed: { type: 'string' }, sizes: { type: 'string' } },
});
const usualSeeds = 20;

if (values.sizes === undefined) await measureAll();
else await typeTogether(values.sizes.split(','));

async function measureAll(): Promise<void> {
  if (values.seed === undefined && values.chaos === undefined) {
    await typeTogether(usualSizes);
    await measureMemory();
  }
  const count = Number(values.chaos ?? usualSeeds);
  const seeds =
    values.seed === undefined
      ? Array.from({ length: count }, (_, index) => index + 1)
      : [Number(values.seed)];
  if (!(await disturb(seeds))) process.exitCode = 1;
}
