/**
 * How fast the judge is, next to what one would otherwise have:
 * `npm run -s bench -- judge [slug ...] [--json]`. Same solution, same tests, same machine, one after the other.
 */
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadChallenge, loadChallenges } from '@assay/challenges';
import { type BenchedChallenge, benchChallenge } from './judging/benchChallenge.ts';
import { measureIdle } from './judging/measureIdle.ts';
import { presentTable } from './judging/presentTable.ts';

/** The yardstick, 20 tests with 40 requests to a small Express app, and a challenge of each kind: HTTP, a module, PostgreSQL. */
const typical = ['express-app', 'orders-api', 'sliding-window-rate-limiter', 'customer-report'];
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const wanted = positionals.length > 0 ? positionals : typical;
const cores = availableParallelism();
const challenges = [
  await loadChallenge(folder('../../../challenges/.bench/express-app')),
  ...(await loadChallenges(folder('../../../challenges'))),
];
const unknown = wanted.filter((slug) => !challenges.some(({ judged }) => judged.slug === slug));
if (unknown.length > 0) {
  console.error(
    `There is no challenge ${unknown.join(', ')}. There are: ${challenges.map(({ judged }) => judged.slug).join(', ')}.`,
  );
  process.exit(2);
}

const idle = await measureIdle();
const benched: BenchedChallenge[] = [];
for (const challenge of challenges.filter(({ judged }) => wanted.includes(judged.slug))) {
  if (process.stderr.isTTY) process.stderr.write(`measuring ${challenge.judged.slug} …\n`);
  benched.push(await benchChallenge(challenge, cores));
}

const machine = { node: process.version, cores, cpu: cpus()[0]?.model ?? 'unknown' };
if (values.json)
  process.stdout.write(`${JSON.stringify({ machine, idle, challenges: benched }, null, 2)}\n`);
else {
  const idleText = idle
    ? `Memory of what waits, MB resident: ${idle.map(({ name, residentMb }) => `${name} ${residentMb}`).join(', ')}\n`
    : '';
  process.stdout.write(
    `Node ${machine.node} on ${cores} cores (${machine.cpu})\n${idleText}\n${presentTable(benched)}`,
  );
}
