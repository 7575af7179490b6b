import { LiveServer } from '#testing/chaos/LiveServer.ts';
import { type ChaosResult, runChaos } from '#testing/chaos/runChaos.ts';

/** Sessions that are disturbed at one time. */
const together = 10;

/** Disturbs a session for each seed, and prints what did not hold; answers whether all did. */
export async function disturb(seeds: number[]): Promise<boolean> {
  const results: ChaosResult[] = [];
  const server = await LiveServer.start();
  try {
    for (let from = 0; from < seeds.length; from += together)
      results.push(...(await runChaos(server, seeds.slice(from, from + together))));
  } finally {
    await server.close();
  }
  const sum = (name: 'faults' | 'cuts' | 'written') =>
    results.reduce((total, result) => total + result[name], 0);
  const failed = results.filter(({ problems }) => problems.length > 0);
  console.log(
    `\nUnder faults: ${results.length} sessions of four, ${sum('written')} changes left in them; ${sum('faults')} messages lost, doubled or late, ${sum('cuts')} connections torn down, a page of each gone with the server when it was killed.\n${results.length - failed.length} of ${results.length} came to their log’s document within 3 s of quiet, with nothing lost or doubled.`,
  );
  for (const { seed, problems } of failed) {
    console.log(`\nSeed ${seed} did not (npm run -s bench -- live --seed ${seed}):`);
    for (const problem of problems) console.log(`  ${problem}`);
  }
  return failed.length === 0;
}
