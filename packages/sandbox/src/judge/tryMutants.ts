import type { JudgedChallenge } from '@assay/contracts/challenge';
import type { Files } from '@assay/contracts/workspace';
import { bundleProgram } from '#bundle/bundleProgram.ts';
import type { RunnerFrame } from '#runner/frames.ts';
import type { MutantTry } from '#runner/mutants/MutantJob.ts';
import type { RunnerJob } from '#runner/RunnerJob.ts';
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

type Coverage = Extract<RunnerFrame, { type: 'coverage' }>;

/** Real time for each ms of CPU limit. */
const patience = 3;
/** CPU of a mutant in one test, as a multiple of what the costliest test of the unchanged solution takes. */
const cpuFactor = 10;
const leastTestCpuMs = 150;
/** How often a mutant's place may be reached, as a multiple of what the tests do by themselves. */
const hitFactor = 100;
const leastHits = 10_000;
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
  const queue: MutantTry[] = [];
  for (const id of ids) {
    const mutant = planTry(id, coverage);
    if (mutant) queue.push(mutant);
    else report({ id, outcome: 'not_covered' });
  }
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
      (frame) => {
        count(frame);
        if (frame.type === 'coverage') coverage = frame;
      },
      4 * silenceMs,
    ),
  );
  const nothing = {
    type: 'coverage',
    static: {},
    perTest: {},
    maxTestCpuMs: 0,
    dependent: [],
  } as const;
  return (
    coverage ?? {
      ...nothing,
      dependent: [],
      problem: `The instrumented solution did not run: ${end}.`,
    }
  );
}

/** What it takes to try a mutant; nothing when no test reaches it. */
function planTry(id: string, coverage: Coverage): MutantTry | undefined {
  const reaching = Object.entries(coverage.perTest).filter(([, hits]) => hits[id] !== undefined);
  const loads = coverage.static[id] ?? 0;
  if (loads === 0 && reaching.length === 0) return undefined;
  const hits = reaching.reduce((sum, [, found]) => sum + (found[id] ?? 0), loads);
  const all = loads > 0 || coverage.dependent.length > 0;
  return {
    id,
    hitLimit: Math.max(leastHits, hits * hitFactor),
    ...(all ? {} : { tests: reaching.map(([test]) => test) }),
  };
}

/** A runner takes at least so many mutants, because starting one costs more than trying a few. */
const leastBatch = 12;

/** Takes batches from `queue` until it is empty. A runner that breaks has been broken by the mutant that it was at. */
async function work(
  job: RunnerJob,
  queue: MutantTry[],
  { pool, concurrency }: Tools,
  { report, count }: { report(result: MutantResult): void; count(frame: RunnerFrame): void },
): Promise<void> {
  // Large batches first and small ones at the end, so that all runners finish at about the same time.
  const takeBatch = () =>
    queue.splice(0, Math.max(leastBatch, Math.ceil(queue.length / (2 * concurrency))));
  for (let batch = takeBatch(); batch.length > 0; batch = takeBatch()) {
    const left = [...batch];
    const onFrame = (frame: RunnerFrame) => {
      count(frame);
      if (frame.type !== 'mutant') return;
      left.splice(
        left.findIndex(({ id }) => id === frame.id),
        1,
      );
      const { id, killedBy } = frame;
      report(
        killedBy === undefined ? { id, outcome: 'survived' } : { id, outcome: 'killed', killedBy },
      );
    };
    const end = await pool.use(leaseOf(job), (runner) =>
      runner.converse({ ...job, mutants: { kind: 'try', tries: batch } }, onFrame, silenceMs),
    );
    const [broken, ...untried] = left;
    if (broken) report({ id: broken.id, outcome: 'killed', killedBy: end });
    queue.unshift(...untried);
  }
}

function leaseOf(job: RunnerJob): 'plain' | 'postgres' {
  return job.seedSql === undefined ? 'plain' : 'postgres';
}
