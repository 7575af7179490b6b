import type { JudgedChallenge } from '@assay/contracts/challenge';
import type { Files } from '@assay/contracts/workspace';
import { bundleProgram } from '#bundle/bundleProgram.ts';
import type { RunnerFrame } from '#runner/frames.ts';
import type { MutantTry } from '#runner/mutants/MutantJob.ts';
import type { RunnerJob } from '#runner/RunnerJob.ts';
import { type Coverage, MutantQueue } from './MutantQueue.ts';
import type { RunnerPool } from './RunnerPool.ts';

export type MutantRequest = {
  challenge: JudgedChallenge;
  /** The solution, instrumented with all mutants, each switched off. */
  files: Files;
  /** The mutants' ids in it. */
  ids: readonly string[];
  seed: number;
};

export type MutantResult = {
  id: string;
  /** `killed` by a test or by how the run ended; `not_covered` when no test reaches it. */
  outcome: 'killed' | 'survived' | 'not_covered';
  killedBy?: string;
};

/** Nothing was tried when the unchanged solution does not compile or pass. */
export type MutantResults =
  | {
      ok: true;
      results: MutantResult[];
      /** How many tests were run in all: what the trying costs, on any machine. */
      testRuns: number;
    }
  | { ok: false; message: string };

type Tools = {
  pool: RunnerPool;
  /** The hidden tests as programs. */
  tests: RunnerJob['tests'];
  /** Runners at a time. */
  concurrency: number;
  onResult(result: MutantResult): void;
};

/** Real time for each ms of CPU limit. */
const patience = 3;
/** CPU of a mutant in one test, as a multiple of what the costliest test of the unchanged solution takes. */
const cpuFactor = 10;
const leastTestCpuMs = 150;
/** A runner that says nothing for so long hangs in something that no limit inside can stop, ms. */
const silenceMs = 15_000;

/** Tries every mutant against the hidden tests: those that reach it, until one fails. */
export async function tryMutants(
  { challenge, files, ids, seed }: MutantRequest,
  tools: Tools,
): Promise<MutantResults> {
  const bundled = await bundleProgram({ files, entry: challenge.entry, name: 'solution.js' });
  if (!bundled.ok) {
    const [first] = bundled.diagnostics;
    return { ok: false, message: `${first?.file}:${first?.line}: ${first?.message}` };
  }
  const job: RunnerJob = {
    seed,
    limits: challenge.limits,
    solution: bundled.program.code,
    tests: tools.tests,
    patience,
    ...(challenge.seedSql === undefined ? {} : { seedSql: challenge.seedSql }),
  };
  let testRuns = 0;
  const count = (frame: RunnerFrame) => {
    if (frame.type === 'started' && frame.during.phase === 'test') testRuns += 1;
  };
  const coverage = await cover(job, tools, count);
  if (coverage.problem !== undefined) return { ok: false, message: coverage.problem };

  const results: MutantResult[] = [];
  const report = (result: MutantResult) => {
    results.push(result);
    tools.onResult(result);
  };
  const isReached = (id: string) =>
    [coverage.static, ...Object.values(coverage.perTest)].some((hits) => hits[id] !== undefined);
  for (const id of ids.filter((one) => !isReached(one))) report({ id, outcome: 'not_covered' });
  const queue = new MutantQueue(ids.filter(isReached), coverage);
  const testCpuMs = Math.min(
    challenge.limits.testCpuMs,
    Math.max(leastTestCpuMs, Math.ceil(coverage.maxTestCpuMs * cpuFactor)),
  );
  const cheap = { ...job, limits: { ...challenge.limits, testCpuMs } };
  await Promise.all(
    Array.from({ length: tools.concurrency }, () => work(cheap, queue, tools, { report, count })),
  );
  return { ok: true, results, testRuns };
}

async function cover(
  job: RunnerJob,
  { pool }: Tools,
  count: (frame: RunnerFrame) => void,
): Promise<Coverage> {
  let coverage: Coverage | undefined;
  const end = await pool.use(leaseOf(job), (runner) =>
    runner.converse(
      { ...job, mutants: { kind: 'cover' } },
      {
        onFrame: (frame) => {
          count(frame);
          if (frame.type === 'coverage') coverage = frame;
        },
      },
      4 * silenceMs,
    ),
  );
  const nothing = {
    type: 'coverage',
    static: {},
    perTest: {},
    testMs: {},
    maxTestCpuMs: 0,
  } as const;
  return (
    coverage ?? {
      ...nothing,
      problem: `The instrumented solution did not run: ${end}.`,
    }
  );
}

/** Gives a runner work from `queue` until it is empty. A runner that breaks has been broken by the mutant that it was at. */
async function work(
  job: RunnerJob,
  queue: MutantQueue,
  { pool }: Tools,
  { report, count }: { report(result: MutantResult): void; count(frame: RunnerFrame): void },
): Promise<void> {
  while (!queue.empty) {
    let alone: string[] = [];
    let left: MutantTry[] = [];
    let ended = false;
    const more = async () => {
      const given = await queue.take();
      if (ended) queue.putBack(given.tries);
      else ({ alone, tries: left } = given);
      return given;
    };
    const onFrame = (frame: RunnerFrame) => {
      count(frame);
      if (frame.type === 'dependent') {
        queue.checked(alone, frame.tests);
        alone = [];
      }
      if (frame.type !== 'mutant') return;
      const { id, killedBy } = frame;
      left = left.filter((mutant) => mutant.id !== id);
      report(
        killedBy === undefined ? { id, outcome: 'survived' } : { id, outcome: 'killed', killedBy },
      );
    };
    const end = await pool.use(leaseOf(job), (runner) =>
      runner.converse(
        { ...job, mutants: { kind: 'work', costs: queue.costs } },
        { onFrame, more },
        silenceMs,
      ),
    );
    ended = true;
    if (alone.length > 0) queue.checked(alone, alone);
    const [broken, ...untried] = left;
    if (broken) report({ id: broken.id, outcome: 'killed', killedBy: end });
    queue.putBack(untried);
  }
}

function leaseOf(job: RunnerJob): 'plain' | 'postgres' {
  return job.seedSql === undefined ? 'plain' : 'postgres';
}
