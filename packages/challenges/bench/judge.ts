/**
 * How fast the judge is, next to what one would otherwise have: `npm run -s bench -- judge [--json]`.
 * Same solution, same tests, same machine, one after the other.
 */
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadChallenges } from '@assay/challenges';
import { type BenchedChallenge, benchChallenge } from './judging/benchChallenge.ts';
import { presentTable } from './judging/presentTable.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const cores = availableParallelism();
const challenges = await loadChallenges(
  fileURLToPath(new URL('../../../challenges', import.meta.url)),
);

const benched: BenchedChallenge[] = [];
for (const challenge of challenges) {
  if (process.stderr.isTTY) process.stderr.write(`measuring ${challenge.judged.slug} …\n`);
  benched.push(await benchChallenge(challenge, cores));
}

const machine = { node: process.version, cores, cpu: cpus()[0]?.model ?? 'unknown' };
if (values.json)
  process.stdout.write(`${JSON.stringify({ machine, challenges: benched }, null, 2)}\n`);
else {
  process.stdout.write(
    `Node ${machine.node} on ${cores} cores (${machine.cpu})\n\n${presentTable(benched)}`,
  );
}
