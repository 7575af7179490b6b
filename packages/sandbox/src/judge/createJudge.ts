import { availableParallelism } from 'node:os';
import {
  entryIn,
  type JudgedChallenge,
  type Language,
  languageOf,
} from '@assay/contracts/challenge';
import type { Exploration } from '@assay/contracts/http';
import type {
  Diagnostic,
  SandboxProfile,
  Suite,
  TestResult,
  Verdict,
} from '@assay/contracts/verdict';
import { type Files, isTestFile } from '@assay/contracts/workspace';
import { Bundler } from '#bundle/Bundler.ts';
import type { BundleResult, Program } from '#bundle/bundleProgram.ts';
import { createFrameMapper } from '#bundle/mapFrames.ts';
import { exploreProgram } from '#explore/exploreProgram.ts';
import { type ExploreAnswer, toAnswer, toExploration } from '#explore/toExploration.ts';
import { withoutSolution } from '#explore/withoutSolution.ts';
import type { RunnerTest } from '#runner/frames.ts';
import type { RunnerJob } from '#runner/RunnerJob.ts';
import type { AuthorJudge, ExploreRequest, JudgeRequest, JudgeWatcher } from './Judge.ts';
import { Phases } from './Phases.ts';
import { chooseConfinement } from './chooseConfinement.ts';
import { createProvenance } from './provenance.ts';
import { LanguageRunners, type Prepared } from './LanguageRunners.ts';
import { solutionLanguages } from '#languages/solutionLanguages.ts';
import type { RunnerProcess } from './RunnerProcess.ts';
import { prepareSnapshots } from './runtimeSnapshots.ts';
import { Semaphore } from './Semaphore.ts';
import { SharedRunners } from './SharedRunners.ts';
import { tryMutants } from './tryMutants.ts';
import { isStarved, sandboxError, toTestResult, toVerdict, verdictBase } from './toVerdict.ts';

export type JudgeOptions = {
  /** How runners are kept from the machine; `auto`, the default, takes the strongest way that works. */
  profile?: SandboxProfile | 'auto';
  /** Hears in one line why `auto` has not taken the strongest. */
  onWeakerProfile?: (why: string) => void;
  /** Runners kept warm for challenges without a database. */
  warmRunners?: number;
  /** Runs with a PostgreSQL at a time, each kept warm; 0 makes room for one when the first such run comes. */
  postgresRunners?: number;
  /** Runs at a time; more wait in order. */
  concurrency?: number;
};

/** Hears also what programs of our own attach to their tests. */
type Watcher = Omit<JudgeWatcher, 'onTest'> & {
  onTest?: (test: TestResult, attachment?: string) => void;
};
type SolutionFiles = { language: Language; files: Files; entry: string };
type CompiledTests = { programs: TestProgram[]; diagnostics: Diagnostic[] };
type TestProgram = { suite: RunnerTest['suite']; program: Program };

/** Real time for each ms of CPU limit, at the first try and when the machine was too busy for that. */
const patiences = [1.25, 5, 20];

const notBegun = 'It was cancelled before it began.';
const reasonOf = ({ reason }: AbortSignal): string =>
  typeof reason === 'string' ? reason : notBegun;

/** What a run in series may say; anything else might be the doing of a run before it. */
const endedByItself: ReadonlySet<Verdict['status']> = new Set([
  'passed',
  'failed',
  'no_tests',
  'compile_error',
]);

/**
 * Starts a judge with its pool of warm runners.
 * @throws {ProfileUnavailable} when the profile that is wanted does not work on this machine.
 * @throws {Error} when runners do not start on this machine.
 */
export async function createJudge(options: JudgeOptions = {}): Promise<AuthorJudge> {
  const cores = availableParallelism();
  const snapshots = await prepareSnapshots();
  const { profile = 'auto', onWeakerProfile } = options;
  const confinement = await chooseConfinement(profile, snapshots, onWeakerProfile);
  const runners = new LanguageRunners(confinement, snapshots, {
    plain: options.warmRunners ?? cores,
    postgres: options.postgresRunners ?? 1,
  });
  const slots = new Semaphore(options.concurrency ?? cores);
  const shared = new SharedRunners(options.concurrency ?? cores);
  const bundler = new Bundler(options.concurrency ?? cores);
  const bundledTests = new Map<string, Promise<TestProgram[]>>();
  const bundledForSeries = new WeakMap<Files, Promise<BundleResult>>();
  let closed = false;

  /** The challenge's tests, bundled once for each version. */
  function testPrograms(challenge: JudgedChallenge, suite: Suite): Promise<TestProgram[]> {
    const key = `${challenge.hash} ${suite}`;
    const known = bundledTests.get(key);
    if (known) return known;
    const programs = bundleTests(bundler, challenge, suite);
    bundledTests.set(key, programs);
    programs.catch(() => bundledTests.delete(key));
    return programs;
  }

  /** A solution of an author's, bundled once for all its runs. */
  function bundleForSeries(solution: SolutionFiles): Promise<BundleResult> {
    const { files } = solution;
    const bundled = bundledForSeries.get(files) ?? bundleSolution(solution);
    bundledForSeries.set(files, bundled);
    bundled.catch(() => bundledForSeries.delete(files));
    return bundled;
  }

  function bundleSolution({ language, files, entry }: SolutionFiles): Promise<BundleResult> {
    return solutionLanguages[language].compile({ files, entry }, bundler);
  }

  /** Whoever waits for a PostgreSQL keeps nobody else from a slot. */
  function withRunner<T>(
    { seedSql }: JudgedChallenge,
    { pool }: Prepared,
    work: (runner: RunnerProcess) => Promise<T>,
  ): Promise<T> {
    return seedSql === undefined
      ? slots.use(() => pool.use('plain', work))
      : pool.use('postgres', (runner) => slots.use(() => work(runner)));
  }

  /** A runner of its own, or for a run in series one that serves others of its challenge as well. */
  function lease<T extends { fit: boolean }>(
    challenge: JudgedChallenge,
    prepared: Prepared,
    { inSeries }: RunnerJob,
    work: (runner: RunnerProcess) => Promise<T>,
  ): Promise<T> {
    return inSeries
      ? shared.use(
          `${challenge.hash} ${prepared.language}`,
          (serve) => withRunner(challenge, prepared, serve),
          work,
        )
      : withRunner(challenge, prepared, work);
  }

  async function run(
    request: JudgeRequest,
    prepared: Prepared,
    job: RunnerJob,
    solution: Program,
    tests: TestProgram[],
    { onTest, signal }: Watcher,
    phases: Phases,
  ): Promise<Verdict> {
    const frames = createFrameMapper({ solution, tests: tests.map(({ program }) => program) });
    const { outcome, wallMs } = await lease(request.challenge, prepared, job, async (runner) => {
      const kill = () => runner.kill();
      if (signal?.aborted) kill();
      signal?.addEventListener('abort', kill);
      phases.end('lease');
      const startedAt = performance.now();
      const came = await runner.run(job, {
        onStarted: (during) => during.phase === 'test' && phases.end('load'),
        onTest: (test) => onTest?.(toTestResult(test, frames), test.attachment),
      });
      signal?.removeEventListener('abort', kill);
      const fit = came.kind === 'result' && came.stop === undefined;
      return { outcome: came, wallMs: performance.now() - startedAt, fit };
    });
    phases.end('tests');
    const usage = {
      cpuMs: Math.round(outcome.cpuMs * 10) / 10,
      wallMs: Math.round(wallMs * 10) / 10,
      peakProcessMb: outcome.peakMb,
    };
    const base = verdictBase(
      createProvenance(request, prepared.language, prepared.hash, confinement.profile),
      outcome.tests.map((test) => toTestResult(test, frames)),
      usage,
    );
    const verdict = toVerdict(outcome, base, request.challenge.limits, frames);
    phases.end('report');
    return verdict;
  }

  async function judge(
    request: JudgeRequest,
    watcher: Watcher = {},
    { wanted, inSeries }: { wanted?: TestProgram[]; inSeries?: true } = {},
  ): Promise<Verdict> {
    const phases = new Phases(watcher.onPhase);
    const { challenge, files, seed } = request;
    const language = languageOf(files, challenge);
    let base = verdictBase(
      createProvenance(request, language, snapshots.hash, confinement.profile),
    );
    if (closed) return sandboxError(base, 'The judge is closed.');
    if (watcher.signal?.aborted) return sandboxError(base, reasonOf(watcher.signal));
    try {
      const prepared = await runners.prepare(language);
      base = verdictBase(createProvenance(request, language, prepared.hash, confinement.profile));
      const solution = { language, files, entry: entryIn(language, challenge) };
      const bundled = await (inSeries ? bundleForSeries : bundleSolution)(solution);
      if (!bundled.ok)
        return { ...base, status: 'compile_error', diagnostics: bundled.diagnostics };
      const given = wanted ?? (await testPrograms(challenge, request.suite));
      const own = await compileOwnTests(bundler, request, given.length);
      if (own.diagnostics.length > 0)
        return { ...base, status: 'compile_error', diagnostics: own.diagnostics };
      const tests = [...given, ...own.programs];
      phases.end('bundle');
      const job = {
        seed,
        limits: challenge.limits,
        solution: bundled.program.code,
        tests: tests.map(({ suite, program }) => ({ suite, program: program.code })),
        ...(challenge.seedSql === undefined ? {} : { seedSql: challenge.seedSql }),
        ...(request.only && { only: [...request.only] }),
        ...(inSeries && { inSeries }),
      };
      let verdict = sandboxError(base, notBegun);
      for (const patience of patiences) {
        if (watcher.signal?.aborted) break;
        verdict = await run(
          request,
          prepared,
          { ...job, patience },
          bundled.program,
          tests,
          watcher,
          phases,
        );
        if (!isStarved(verdict) || closed) break;
      }
      return verdict;
    } catch (error) {
      return sandboxError(base, error instanceof Error ? error.message : String(error));
    }
  }

  async function explore(
    { steps, ...request }: ExploreRequest,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<Exploration> {
    const answers = new Map<string, ExploreAnswer>();
    const program = { code: exploreProgram(steps), sourceMap: '' };
    const verdict = await judge(
      { ...request, ...withoutSolution(request, steps), suite: 'public' },
      {
        ...(signal && { signal }),
        // By name: a run that is made again answers again.
        onTest: (test, attachment) => answers.set(test.name, toAnswer(steps, test, attachment)),
      },
      { wanted: [{ suite: 'public', program }] },
    );
    return toExploration(verdict, [...answers.values()]);
  }

  const { pool } = await runners.prepare('typescript');
  await Promise.all([pool.ready(), bundler.ready()]);
  return {
    profile: confinement.profile,
    judge: (request, watcher) => judge(request, watcher),
    explore,
    async judgeInSeries(request) {
      const verdict = await judge(request, {}, { inSeries: true });
      return endedByItself.has(verdict.status) ? verdict : judge(request);
    },
    findTestProblems: async (challenge) =>
      (await compileTests(bundler, challenge, 'all')).diagnostics,
    async tryMutants(request, { onResult = () => {} } = {}) {
      const tests = await testPrograms(request.challenge, 'hidden');
      return tryMutants(request, {
        pool,
        tests: tests.map(({ suite, program }) => ({ suite, program: program.code })),
        concurrency: options.concurrency ?? cores,
        onResult,
      });
    },
    load: () => pool.load(),
    async close() {
      closed = true;
      await Promise.all([runners.close(), bundler.close()]);
    },
  };
}

async function bundleTests(
  bundler: Bundler,
  challenge: JudgedChallenge,
  suite: Suite,
): Promise<TestProgram[]> {
  const { programs, diagnostics } = await compileTests(bundler, challenge, suite);
  const [first] = diagnostics;
  if (first === undefined) return programs;
  throw new Error(
    `The challenge's tests do not compile: ${first.file}:${first.line}: ${first.message}`,
  );
}

async function compileTests(
  bundler: Bundler,
  challenge: JudgedChallenge,
  suite: Suite,
): Promise<CompiledTests> {
  const compiled: CompiledTests = { programs: [], diagnostics: [] };
  for (const part of suite === 'all' ? (['public', 'hidden'] as const) : [suite]) {
    const files = challenge.tests[part];
    const entries = Object.keys(files).filter((path) => /\.test\.[jt]s$/.test(path));
    await compileEach(bundler, { suite: part, files, entries, before: 0 }, compiled);
  }
  return compiled;
}

/** The tests that stand in a workspace. They see each other and what else is in `tests/`, and never the solution's files. */
async function compileOwnTests(
  bundler: Bundler,
  { files, suite, ownTests }: Pick<JudgeRequest, 'files' | 'suite' | 'ownTests'>,
  before: number,
): Promise<CompiledTests> {
  const compiled: CompiledTests = { programs: [], diagnostics: [] };
  if (!ownTests || suite !== 'public') return compiled;
  const seen = Object.fromEntries(
    Object.entries(files).filter(([path]) => path.startsWith('tests/')),
  );
  const entries = Object.keys(seen).filter(isTestFile);
  await compileEach(bundler, { suite: 'own', files: seen, entries, before }, compiled);
  return compiled;
}

/** Adds the programs of test files, in their order, to those that are compiled already. */
async function compileEach(
  bundler: Bundler,
  tests: { suite: TestProgram['suite']; files: Files; entries: string[]; before: number },
  { programs, diagnostics }: CompiledTests,
): Promise<void> {
  const { suite, files, entries, before } = tests;
  for (const entry of entries.toSorted()) {
    const bundled = await bundler.bundle({
      files,
      entry,
      name: `tests-${before + programs.length}.js`,
      extraModules: ['solution', 'world', '@jest/globals'],
    });
    if (bundled.ok) programs.push({ suite, program: bundled.program });
    else diagnostics.push(...bundled.diagnostics);
  }
}
