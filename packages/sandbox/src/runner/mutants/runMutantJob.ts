import type { Link } from '#postgres/Link.ts';
import { simpleQuery } from '#postgres/postgresWire.ts';
import type { RunnerFrame, RunnerTest } from '#runner/frames.ts';
import type { GuestIsolate } from '#runner/GuestIsolate.ts';
import { PostgresClient } from '#runner/PostgresClient.ts';
import { Run } from '#runner/Run.ts';
import type { RunnerJob } from '#runner/RunnerJob.ts';
import { startMs } from '#runner/startMs.ts';
import {
  activateMutant,
  type Coverage,
  enterTest,
  type Hits,
  readCoverage,
  watchProgram,
} from './instrumented.ts';
import type { MutantJob, MutantTry } from './MutantJob.ts';

/** What a runner has to work with; each run gets isolates of its own. */
export type Workshop = {
  createGrader(): GuestIsolate;
  createSolution(): GuestIsolate;
  postgres: Link | undefined;
  send(frame: RunnerFrame): void;
};

/** Does the job, and says so in frames as it goes. */
export function runMutantJob(job: RunnerJob, mutants: MutantJob, workshop: Workshop): void {
  if (mutants.kind === 'cover') cover(job, workshop);
  else
    for (const mutant of mutants.tries) {
      const killedBy = tryMutant(job, mutant, workshop);
      workshop.send({
        type: 'mutant',
        id: mutant.id,
        ...(killedBy === undefined ? {} : { killedBy }),
      });
    }
  workshop.send({ type: 'result', cpuMs: 0 });
}

type RunEnd = Extract<RunnerFrame, { type: 'result' }>['stop'];

/** One run on isolates and a database of its own; `onFrame` sees what it reports, and may end it. */
function runOnce(
  job: RunnerJob,
  { createGrader, postgres, send }: Workshop,
  createSolution: () => GuestIsolate,
  onFrame: (frame: RunnerFrame, run: Run) => void,
): RunEnd {
  emptyDatabase(postgres);
  const grader = createGrader();
  let last: GuestIsolate | undefined;
  let stop: RunEnd;
  const guests = {
    grader,
    postgres,
    createSolution: () => {
      last = createSolution();
      return last;
    },
  };
  const run = new Run(job, guests, (frame) => {
    if (frame.type === 'result') stop = frame.stop;
    // A sign of life: whoever waits gives up a runner that is silent, and a busy machine is slow with many tests.
    if (frame.type === 'started') send(frame);
    onFrame(frame, run);
  });
  run.execute();
  grader.dispose();
  last?.dispose();
  return stop;
}

/** Tells which tests reach which mutants, how often, and which tests do not pass by themselves. */
function cover(job: RunnerJob, workshop: Workshop): void {
  const seen: { static: Hits; perTest: Record<string, Hits> } = { static: {}, perTest: {} };
  let current: string | undefined;
  let guest: GuestIsolate | undefined;
  const createSolution = () => {
    const created = workshop.createSolution();
    created.evaluate(watchProgram(current));
    created.onDispose = () =>
      addCoverage(seen, JSON.parse(created.evaluate(readCoverage)) as Coverage);
    guest = created;
    return created;
  };
  const tests: RunnerTest[] = [];
  const stop = runOnce(job, workshop, createSolution, (frame) => {
    if (frame.type === 'started' && frame.during.phase === 'test') {
      current = frame.during.name;
      guest?.evaluate(enterTest(current));
    }
    if (frame.type === 'test') tests.push(frame.test);
  });
  const failure = tests.find(({ status }) => status === 'failed' || status === 'timed_out');
  const problem = failure ? `“${failure.name}” fails.` : stop && `It ended with ${stop.kind}.`;
  const passed = tests.filter(({ status }) => status === 'passed');
  workshop.send({
    type: 'coverage',
    ...(problem === undefined ? {} : { problem }),
    static: seen.static,
    perTest: seen.perTest,
    maxTestCpuMs: Math.max(0, ...passed.map(({ cpuMs }) => cpuMs)),
    dependent: problem === undefined ? findDependent(job, workshop, passed) : [],
  });
}

/** Tests that pass only after others have run: they cannot be chosen one by one. */
function findDependent(job: RunnerJob, workshop: Workshop, tests: RunnerTest[]): string[] {
  const names = tests.map(({ name }) => name);
  return names.filter(
    (name) => tryMutant(job, { id: '', tests: [name], hitLimit: Infinity }, workshop) !== undefined,
  );
}

function addCoverage(seen: Coverage, more: Coverage): void {
  addHits(seen.static, more.static);
  for (const [test, hits] of Object.entries(more.perTest))
    addHits((seen.perTest[test] ??= {}), hits);
}

function addHits(seen: Hits, more: Hits): void {
  for (const [id, count] of Object.entries(more)) seen[id] = (seen[id] ?? 0) + count;
}

/** What killed the mutant: a test's name, or how the run ended; nothing when it survived. */
function tryMutant(job: RunnerJob, mutant: MutantTry, workshop: Workshop): string | undefined {
  let killedBy: string | undefined;
  const createSolution = () => {
    const guest = workshop.createSolution();
    if (mutant.id !== '') guest.evaluate(activateMutant(mutant.id, mutant.hitLimit));
    else guest.evaluate(watchProgram(undefined));
    return guest;
  };
  const only = mutant.tests ? { only: mutant.tests } : {};
  const stop = runOnce({ ...job, ...only }, workshop, createSolution, (frame, run) => {
    if (frame.type !== 'test' || killedBy !== undefined) return;
    if (frame.test.status !== 'failed' && frame.test.status !== 'timed_out') return;
    killedBy = frame.test.name;
    run.end();
  });
  return killedBy ?? stop?.kind;
}

const dropSchemas = `DO $drop$ DECLARE name text; BEGIN
  FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
  LOOP EXECUTE format('DROP SCHEMA %I CASCADE', name); END LOOP; END $drop$`;

/** The next run finds the PostgreSQL as the first one did. */
function emptyDatabase(postgres: Link | undefined): void {
  if (!postgres) return;
  const client = new PostgresClient(postgres, {
    seed: 0,
    now: () => startMs,
    nextConnection: () => 0,
    deliver: () => {},
    onQuery: () => {},
    onBroken: () => {},
    onCrash: () => {},
  });
  for (const statement of ['ROLLBACK', 'DISCARD ALL', dropSchemas, 'CREATE SCHEMA public'])
    client.exchange(simpleQuery(statement));
}
