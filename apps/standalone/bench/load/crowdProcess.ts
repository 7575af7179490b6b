/**
 * Some of the people of `npm run -s load`, in a process of their own: pages as the web app has them. `Crowd` starts
 * it and tells it what to do.
 */
import { setMaxListeners } from 'node:events';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '@assay/workspace/testing';
import type { Wanted, Worked } from './crowdMessages.ts';
import { inParallel } from './inParallel.ts';
import { CandidatePage } from './CandidatePage.ts';
import { PairPage } from './PairPage.ts';

/** How often it is looked how late timers are, ms; that is in what the monitor says. */
const timerMs = 10;
/** Pages that are opened at one time. */
const together = 20;

const candidates: CandidatePage[] = [];
const pairs: PairPage[] = [];
setMaxListeners(0);

process.on('disconnect', () => process.exit());
process.on('message', (wanted: Wanted) => {
  perform(wanted).then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});

async function perform(wanted: Wanted): Promise<Worked | 'done'> {
  switch (wanted.do) {
    case 'connect':
      await inParallel(wanted.candidates, together, async (candidate) => {
        candidates.push(await CandidatePage.open(candidate));
      });
      return 'done';
    case 'join': {
      const people = wanted.sessions.flatMap(({ sessionId, people: all }) =>
        all.map((person) => ({ sessionId, ...person })),
      );
      await inParallel(people, together, async (person) => {
        pairs.push(await PairPage.open(person));
      });
      return 'done';
    }
    case 'work':
      return work(wanted);
  }
}

async function work({ habits, forMs, seed }: Extract<Wanted, { do: 'work' }>): Promise<Worked> {
  const late = monitorEventLoopDelay({ resolution: timerMs });
  late.enable();
  const [cpuBefore, loopBefore] = [process.cpuUsage(), performance.eventLoopUtilization()];
  const pages = [...candidates, ...pairs];
  const [results] = await Promise.all([
    Promise.all(pages.map((page, index) => page.work(habits, forMs, seededRandom(seed + index)))),
    // Who is only connected is there all the time.
    sleep(forMs),
  ]);
  const { user, system } = process.cpuUsage(cpuBefore);
  late.disable();
  const errors: Record<string, number> = {};
  for (const error of results.flatMap((result) => result.errors))
    errors[error] = (errors[error] ?? 0) + 1;
  return {
    keys: results.flatMap(({ keys }) => keys),
    runs: results.flatMap(({ runs }) => runs),
    calls: results.flatMap(({ calls }) => calls),
    errors,
    unanswered: results.reduce((sum, { unanswered }) => sum + unanswered, 0),
    cpuMs: (user + system) / 1_000,
    busy: performance.eventLoopUtilization(loopBefore).utilization,
    lateMs: Math.max(0, late.percentile(99) / 1e6 - timerMs),
  };
}
