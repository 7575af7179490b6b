import { afterAll, expect, it } from '@jest/globals';
import { PostgresPlace } from './PostgresPlace.ts';
import { PostgresProcess } from './PostgresProcess.ts';
import { RunnerProcess } from './RunnerProcess.ts';
import { prepareSnapshots } from './runtimeSnapshots.ts';

const confinement = { profile: 'process' } as const;
const started: PostgresProcess[] = [];
const runners: RunnerProcess[] = [];
afterAll(async () => {
  for (const process of [...started, ...runners]) process.kill();
  await Promise.all([...started, ...runners].map((process) => process.exited));
});

it('takes another PostgreSQL when one has served its runs, has died or was killed', async () => {
  const snapshots = await prepareSnapshots();
  const place = new PostgresPlace({
    postgres: () => {
      const postgres = new PostgresProcess(confinement, snapshots, 2);
      started.push(postgres);
      return postgres;
    },
    runner: (postgres) => {
      const runner = new RunnerProcess(confinement, snapshots, postgres);
      runners.push(runner);
      return runner;
    },
  });
  const serving = async () => {
    await place.use(async () => {});
    return started.length;
  };
  await place.prepare();
  expect([await serving(), await serving(), await serving()]).toEqual([1, 1, 2]);

  await place.prepare();
  started[1]?.kill();
  await started[1]?.exited;
  expect(await serving()).toBe(3);
  await place.prepare();
  expect(new Set(runners).size).toBe(runners.length);
});
